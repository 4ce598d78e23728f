import { request as httpRequest } from "node:http";
import { Client } from "pg";
import { Admission } from "../../src/admission/admission.js";
import { LocalCounter } from "../../src/rate-limits/counter.js";
import { RateLimits } from "../../src/rate-limits/rate-limits.js";
import { createSafelist } from "../../src/security/safelist/safelist.js";
import { scopes } from "../../src/security/scopes.js";
import { type FrontDoor, startFrontDoor } from "../access/front-door.js";
import { rowsBelow, statusesIn } from "../support/errors-page.js";
import { bought } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/** Of the answer to one request. */
interface Seen {
  status: number;
  /** The codes of its errors; none: it is a line of text, or went well. */
  codes: string[];
}

let service: TestService;
let door: FrontDoor;
let token: Record<string, string>;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  door = await startFrontDoor(service);
  token = (await door.badge(service.tenantId, scopes, "")).headers;
});
afterAll(async () => {
  await door?.stop();
  await service?.close();
});

const json = { "content-type": "application/json" };

async function fetched(path: string, init: RequestInit = {}, local = door.local): Promise<Seen> {
  const response = await fetch(local + path, { redirect: "manual", ...init });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  const { errors = [] } = isJson ? (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }) : {};
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code) };
}

const post = (body: string, headers: Record<string, string> = {}, local?: string) =>
  fetched("/graphql", { method: "POST", headers: { ...json, ...token, ...headers }, body }, local);
const ask = (query: string, variables: object = {}, headers?: Record<string, string>) =>
  post(JSON.stringify({ query, variables }), headers);
const byGet = (query: string, headers: Record<string, string> = {}) =>
  fetched(`/graphql?query=${encodeURIComponent(query)}`, { headers: { ...token, ...headers } });

/** A door of its own, closed afterwards. */
async function through(
  options: Parameters<typeof startFrontDoor>[1],
  send: (other: FrontDoor) => Promise<Seen>,
): Promise<Seen> {
  const other = await startFrontDoor(service, options);
  return send(other).finally(() => other.stop());
}

const reading = '{ shipment(id: "shp_0") { id } }';
const withoutToken = { authorization: "" };

function anonymously(query: string): Promise<Seen> {
  return fetched("/graphql", { method: "POST", headers: json, body: JSON.stringify({ query }) });
}

async function withBadToken(): Promise<Seen> {
  return ask(reading, {}, { authorization: "Bearer nonsense" });
}

/** Its issuer cannot be asked whether the token is good. */
const unchecked = () =>
  through({}, async (other) => {
    const { headers } = await other.badge(service.tenantId, scopes, "");
    other.issuer.state.isDown = true;
    return post(JSON.stringify({ query: reading }), headers, other.local);
  });

const withoutRouter = () =>
  through({ routerSecrets: ["s".repeat(32)] }, (other) => post("{}", withoutToken, other.local));

async function withScopes(...granted: ("quote" | "read")[]): Promise<Seen> {
  return ask("{ shipments { nodes { id } } }", {}, (await door.badge(service.tenantId, granted, "")).headers);
}

const askForSdl = async (other: FrontDoor) => {
  const { headers } = await other.badge(service.tenantId, scopes, "");
  return post(JSON.stringify({ query: "{ _service { sdl } }" }), headers, other.local);
};

const overBudget = () =>
  through({ requestBudget: { ANSWER_BYTES: 100 } }, async (other) => {
    const { headers } = await other.badge(service.tenantId, scopes, "");
    return post(JSON.stringify({ query: "{ carriers { code name services { code name } } }" }), headers, other.local);
  });

const trackUnknown = `{ tracker(carrierCode: "UPS", trackingNumber: "1Z9999999999999999") { id } }`;

async function carrierAway(): Promise<Seen> {
  await service.control.addFault({ operation: "TRACK", kind: "STATUS", status: 503, times: 3 });
  return ask(trackUnknown).finally(() => service.control.clearFaults());
}

async function whileBroken(spy: jest.SpyInstance, query = reading): Promise<Seen> {
  return ask(query).finally(() => spy.mockRestore());
}

const databaseAway = (query?: string) => {
  const error = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  return whileBroken(
    jest.spyOn(Client.prototype, "query").mockImplementation(() => Promise.reject(error)),
    query,
  );
};

const fullServer = { admission: new Admission({ maxRequests: 0, maxQueued: 0 }) };

const tooMuchToDo = () => through(fullServer, (other) => post("{}", withoutToken, other.local));

const tooManyPurchases = (more: string) => {
  const taken = jest.spyOn(service.deps.purchasePlaces, "take").mockResolvedValue(null);
  const input = `{ idempotencyKey: "many", shipment: { shipTo: { name: "A", lines: ["1 A St"], city: "Troy", countryCode: "US" }, packages: [] } }`;
  return whileBroken(taken, `mutation { ${more} purchaseLabel(input: ${input}) { userErrors { code } } }`);
};

/** The second of two, where one a minute is allowed. */
const tooOften = () =>
  through({ rateLimits: onlyOneAMinute() }, async (other) => {
    await post("{}", withoutToken, other.local);
    return post("{}", withoutToken, other.local);
  });

const onlyOneAMinute = () => {
  const local = (policy: string, limit: number) => new LocalCounter(policy, limit);
  return new RateLimits({ buyers: 1, staff: 1, entities: 1, anonymous: 1, links: 1 }, local, local);
};

/** Announces a body and sends nothing of it. */
const tooSlowly = () =>
  through({ sending: { silentMs: 300, slowestRate: 1 } }, async (other) => {
    const { headers } = await other.badge(service.tenantId, scopes, "");
    return new Promise<Seen>((resolve) => {
      const sent = httpRequest(`${other.local}/graphql`, {
        method: "POST",
        headers: { ...headers, ...json, "content-length": 9 },
      });
      sent.on("response", async (response) => {
        const { errors } = JSON.parse(Buffer.concat(await response.toArray()).toString());
        resolve({ status: response.statusCode ?? 0, codes: [errors[0].extensions.code] });
      });
      sent.on("error", () => undefined).flushHeaders();
    });
  });

const bugInField = () =>
  whileBroken(
    jest.spyOn(Client.prototype, "query").mockImplementation(() => Promise.reject(new Error("a mistake of ours"))),
  );

const mistake = (): never => {
  throw new Error("a mistake of ours");
};

const bugBefore = () =>
  through({ createContext: mistake }, async (other) => {
    const { headers } = await other.badge(service.tenantId, scopes, "");
    return post(JSON.stringify({ query: reading }), headers, other.local);
  });

const entities = (count: number) => ({
  representations: Array.from({ length: count }, (_, n) => ({ __typename: "Shipment", id: `shp_${n}` })),
});
const byKeys = "query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }";
const batch = "query ($ids: [ID!]!) { labelBatchDocument(shipmentIds: $ids) { __typename } }";
const large = (megabytes: number) => JSON.stringify({ query: reading, padding: "x".repeat(megabytes * 1_048_576) });

/** Ways to get each code; together they show every status that docs/errors.md gives to it. */
const ways: Record<string, (() => Promise<Seen>)[]> = {
  UNAUTHENTICATED: [
    () => anonymously(reading),
    withBadToken,
    () => anonymously("{ _service { sdl } }"),
    () => anonymously(`{ _entities(representations: []) { __typename } }`),
    withoutRouter,
    unchecked,
  ],
  FORBIDDEN: [() => withScopes("quote"), () => through({ introspection: [] }, askForSdl)],
  BAD_USER_INPUT: [
    () => ask(`{ shipments(after: "nonsense") { nodes { id } } }`),
    () => ask(`{ shipments(first: 101) { nodes { id } } }`),
    () => ask("query ($id: ID!) { shipment(id: $id) { id } }"),
    () => ask("query ($first: Int) { shipments(first: $first) { nodes { id } } }", { first: "many" }),
    () => ask("subscription { shipment }"),
  ],
  TOO_MANY_ITEMS: [
    () => ask(batch, { ids: Array.from({ length: 101 }, (_, n) => `shp_${n}`) }),
    () => ask(byKeys, entities(1_001)),
  ],
  OPERATION_TOO_COMPLEX: [
    () => ask(`{ ${"a { ".repeat(60)} b ${"} ".repeat(60)} }`),
    () =>
      ask(`{ ${Array.from({ length: 60 }, (_, n) => `s${n}: shipments(first: 100) { nodes { packages { id } } }`)} }`),
  ],
  REQUEST_BUDGET_EXCEEDED: [overBudget],
  PERSISTED_QUERY_NOT_IN_LIST: [
    () => through({ safelist: { mode: "only", operations: createSafelist([]) } }, askForSdl),
  ],
  CARRIER_UNAVAILABLE: [carrierAway],
  DATABASE_UNAVAILABLE: [() => databaseAway(), () => databaseAway(`{ __typename ${reading.slice(1)}`)],
  OVERLOADED: [tooMuchToDo, () => tooManyPurchases(""), () => tooManyPurchases("__typename")],
  RATE_LIMITED: [tooOften],
  INTERNAL_SERVER_ERROR: [bugInField, bugBefore],
  BAD_REQUEST: [
    () => post("{"),
    tooSlowly,
    () => post(""),
    () => post(`[{"query":"{ __typename }"},{"query":"{ __typename }"}]`),
    () => byGet("{ __typename }"),
    () => byGet("mutation { __typename }", { "apollo-require-preflight": "1" }),
    () => fetched("/graphql", { method: "PUT", headers: { ...json, ...token }, body: "{}" }),
    () => ask("{ __typename }", {}, { accept: "text/plain" }),
    () => post(large(15)),
    () => post("x", { "content-encoding": "gzip" }),
    () => post("{}", { "content-type": "application/json; charset=utf-16" }),
  ],
  GRAPHQL_PARSE_FAILED: [() => ask("{"), () => ask(`{ ${"a ".repeat(10_000)} }`)],
  GRAPHQL_VALIDATION_FAILED: [() => ask("{ nothing }")],
  OPERATION_RESOLUTION_FAILURE: [() => ask("query A { __typename } query B { __typename }")],
  PERSISTED_QUERY_NOT_SUPPORTED: [
    () => post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } })),
  ],
};

const documented = [...rowsBelow("Top-level errors"), ...rowsBelow("Requests that are no operation")].map(
  ([code = "", statuses]) => [code.replaceAll("`", ""), statusesIn(statuses)] as const,
);

it("each code of docs/errors.md has an HTTP status, and a way to get it", () => {
  expect(documented.filter(([, statuses]) => statuses.length === 0)).toEqual([]);
  expect(documented.map(([code]) => code).sort()).toEqual(Object.keys(ways).sort());
});

it.each(documented)("%s has the statuses of docs/errors.md", async (code, statuses) => {
  const seen: Seen[] = [];
  for (const way of ways[code] ?? []) seen.push(await way());
  expect(seen.map(({ codes }) => codes[0])).toEqual(seen.map(() => code));
  expect([...new Set(seen.map(({ status }) => status))].sort()).toEqual(statuses);
});

it("user errors are data, with the status that the page says", async () => {
  const page = rowsBelow("User errors");
  expect(page.length).toBeGreaterThan(5);
  const mutation = `mutation { purchaseLabel(input: { idempotencyKey: "k" }) { userErrors { code } } }`;
  expect(await ask(mutation)).toEqual({ status: 200, codes: [] });
});

/** As a client that says it reached another host. */
function namedOtherwise(local: string): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${local}/graphql`, { headers: { host: "rebound.example.com" } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, codes: [] });
    });
    sent.on("error", reject).end();
  });
}

const openToAll = { authenticate: async () => ({ ...someone(), scopes: new Set(scopes) }) };
const someone = () => ({ kind: "user" as const, tenantId: service.tenantId, subject: "tester" });
const notReady = { readiness: async () => ({ ok: false, reasons: ["The database cannot be reached."] }) };

/** `at`: when its link was made, to the second; links of other seconds are others. */
const goneFile = (local?: string, at = new Date()) => {
  const target = {
    tenantId: service.tenantId,
    kind: "labels",
    fileId: "lab_0",
    contentType: "a/b",
    fileName: "a",
  } as const;
  return fetched(door.links.sign(target, at).url, {}, local);
};

/** Of labels whose bytes are more than one request may read. */
const tooLargeFile = () =>
  through({ requestBudget: { READ_BYTES: 10_000 } }, async (other) => {
    const { shipment } = await bought(service);
    const target = {
      ...{ tenantId: service.tenantId, kind: "documents", fileId: shipment.id },
      ...{ contentType: "application/pdf", fileName: "a.pdf" },
    } as const;
    return fetched(other.links.sign(target, new Date()).url, {}, other.local);
  });

const textWays: Record<number, (() => Promise<Seen>)[]> = {
  400: [() => fetched("//x/graphql")],
  403: [() => fetched("/files/a.pdf?signature=x")],
  404: [() => fetched("/nothing"), () => goneFile()],
  405: [() => fetched("/files/a.pdf", { method: "POST" }), () => fetched("/livez", { method: "POST" })],
  429: [
    () =>
      through({ rateLimits: onlyOneAMinute() }, async (other) => {
        const now = new Date();
        return goneFile(other.local, now).then(() => goneFile(other.local, now));
      }),
  ],
  413: [tooLargeFile],
  421: [() => through(openToAll, (other) => namedOtherwise(other.local))],
  503: [
    () => through(notReady, (other) => fetched("/readyz", {}, other.local)),
    () => through(fullServer, (other) => fetched("/files/a.pdf?signature=x", {}, other.local)),
  ],
};

const textRows = rowsBelow("Answers without a code").map(([cell]) => statusesIn(cell)[0] ?? 0);

it.each(textRows)("%i is answered without a code, as docs/errors.md says", async (status) => {
  expect(textRows.map(String)).toEqual(Object.keys(textWays));
  for (const way of textWays[status] ?? []) expect(await way()).toEqual({ status, codes: [] });
});
