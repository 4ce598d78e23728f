import { Client } from "pg";
import { createAddressOf } from "../../src/http/client-address.js";
import { forgetRequestCounts } from "../../src/jobs/forget-request-counts.js";
import { createRateLimits } from "../../src/rate-limits/create-rate-limits.js";
import type { RateLimitSettings } from "../../src/rate-limits/rate-limits.js";
import type { StorePauses } from "../../src/rate-limits/shared-counter.js";
import type { Scope } from "../../src/security/scopes.js";
import { type FrontDoor, startFrontDoor } from "../access/front-door.js";
import { statementsDuring } from "../support/count-statements.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { createLogRecorder } from "../support/http.js";
import { patienceMs } from "../support/patience.js";
import { aShipment, purchaseLabel, requestCount } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
const doors: FrontDoor[] = [];
const log = createLogRecorder();
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterEach(async () => {
  for (const door of doors.splice(0)) await door.stop();
  await runAdmin(service.testDatabase.adminUrl, "truncate request_count");
});
afterAll(() => service.close());

const none: RateLimitSettings = { buyers: 0, staff: 0, entities: 0, anonymous: 0, links: 0 };

/** A server that counts; `isShared`: with the others of the database. */
async function open(
  limits: Partial<RateLimitSettings & { isShared: boolean }>,
  options: Parameters<typeof startFrontDoor>[1] = {},
  pauses: StorePauses = { patienceMs, restMs: 10_000 },
): Promise<FrontDoor> {
  const settings = { ...none, isShared: true, ...limits };
  const rateLimits = createRateLimits(settings, log, service.database, pauses);
  const door = await startFrontDoor(service, { rateLimits, addressOf: createAddressOf([]), ...options });
  doors.push(door);
  return door;
}

interface Seen {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
  body: any;
}

const headersOf = async (door: FrontDoor, granted: readonly Scope[], tenantId = service.tenantId) =>
  (await door.badge(tenantId, granted, "")).headers;

async function send(door: FrontDoor, headers: Record<string, string>, query: string, variables = {}): Promise<Seen> {
  const response = await fetch(`${door.local}/graphql`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const anything = "{ __typename }";

async function times<T>(count: number, work: (turn: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let turn = 0; turn < count; turn++) all.push(await work(turn));
  return all;
}

const statuses = (seen: Seen[]) => seen.map(({ status }) => status);
const ok = (count: number) => Array.from({ length: count }, () => 200);

describe("A limit of requests a minute", () => {
  it("says what is left, and refuses the next one as a GraphQL answer with a time to come back", async () => {
    const door = await open({ staff: 3 });
    const staff = await headersOf(door, ["read"]);
    const seen = await times(3, () => send(door, staff, anything));
    expect(seen.map(({ headers }) => headers.get("ratelimit"))).toEqual(
      [2, 1, 0].map((left) => expect.stringMatching(`^"read";r=${left};t=(60|5\\d)$`)),
    );
    const { status, headers, body } = await send(door, staff, anything);
    expect(status).toBe(429);
    expect(headers.get("ratelimit-policy")).toBe(`"read";q=3;w=60`);
    const [, seconds] = /^"read";r=0;t=(\d+)$/.exec(headers.get("ratelimit") ?? "") ?? [];
    expect(headers.get("retry-after")).toBe(seconds);
    expect(body).toEqual({
      errors: [
        {
          message: "More than 3 requests came within a minute.",
          extensions: {
            code: "RATE_LIMITED",
            retryable: true,
            retryAfterSeconds: Number(seconds),
            traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
          },
        },
      ],
    });
  });

  it("refuses before anything is parsed or read, and what cannot be read counts", async () => {
    const door = await open({ staff: 1, entities: 1 });
    const staff = await headersOf(door, ["read"]);
    const malformed = { method: "POST", headers: { ...staff, "content-type": "application/json" }, body: "{" };
    expect((await fetch(`${door.local}/graphql`, malformed)).status).toBe(400);
    const parsed = jest.spyOn(JSON, "parse");
    const seen = await send(door, staff, "{ this is no GraphQL");
    const large = await send(door, staff, anything, { a: "x".repeat(200_000) });
    parsed.mockRestore();
    expect([seen.status, large.status]).toEqual([429, 429]);
    expect(seen.body.errors[0].extensions.code).toBe("RATE_LIMITED");
  });

  it("is each tenant's own, and each scope's", async () => {
    const door = await open({ buyers: 2, staff: 1 });
    const of = (granted: Scope[], tenant?: string) => headersOf(door, granted, tenant);
    const buyer = await of(["quote"]);
    expect(statuses(await times(3, () => send(door, buyer, anything)))).toEqual([200, 200, 429]);
    for (const scope of ["read", "ship", "admin", "operate"] as const)
      expect(statuses([await send(door, await of([scope]), anything)])).toEqual([200]);
    // Whoever may ship counts as that, whatever else he may.
    expect((await send(door, await of(["read", "ship", "quote"]), anything)).status).toBe(429);
    expect((await send(door, await of(["quote"], service.otherTenantId), anything)).status).toBe(200);
  });

  it("leaves a router's entities a limit of their own, which nobody else can use", async () => {
    const door = await open({ staff: 1, buyers: 1, entities: 2 });
    const staff = await headersOf(door, ["read"]);
    const entities = `query Orders__shipping__1($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Shipment { id } } }`;
    const ask = (query: string, headers = staff) => send(door, headers, query, { representations: [] });
    expect((await ask(anything)).headers.get("ratelimit-policy")).toBe(`"read";q=1;w=60`);
    const disguised = `{ _entities(representations: []) { __typename } ...more } fragment more on Query { shipment(id: "x") { id } }`;
    for (const query of [anything, disguised, `{ shipment(id: "_entities") { id } }`])
      expect((await ask(query)).status).toBe(429);
    const seen = await times(3, () => ask(entities));
    expect(statuses(seen)).toEqual([200, 200, 429]);
    expect(seen[0]?.headers.get("ratelimit")).toMatch(/^"entities";r=1;t=/);
    // A buyers' rush through the router is not staff's.
    expect((await ask(entities, await headersOf(door, ["quote"]))).status).toBe(200);
  });

  it("of 0 is none, and tells nothing", async () => {
    const door = await open({});
    const seen = await times(20, async () => send(door, await headersOf(door, ["read"]), anything));
    expect(statuses(seen)).toEqual(ok(20));
    expect(seen[0]?.headers.get("ratelimit")).toBeNull();
  });

  it("is not made longer by whoever goes on when it is reached", async () => {
    const door = await open({ staff: 1 });
    const staff = await headersOf(door, ["read"]);
    const seen = await times(30, () => send(door, staff, anything));
    const left = seen.slice(1).map(({ headers }) => Number(headers.get("retry-after")));
    expect(Math.max(...left)).toBe(left[0]);
  });
});

describe("Callers without a token", () => {
  it("are counted by where they come from, and so are those whose token is not accepted", async () => {
    const door = await open({ anonymous: 3 }, { addressOf: createAddressOf([loopback]) });
    const from = (address: string, headers = {}) => send(door, { "x-forwarded-for": address, ...headers }, anything);
    const bad = { authorization: "Bearer nonsense" };
    expect(statuses([await from("192.0.2.1"), await from("192.0.2.1"), await from("192.0.2.1", bad)])).toEqual([
      401, 401, 401,
    ]);
    expect(statuses([await from("192.0.2.1"), await from("192.0.2.1", bad)])).toEqual([429, 429]);
    expect((await from("192.0.2.2")).status).toBe(401);
    expect(
      (await send(door, { ...(await headersOf(door, ["read"])), "x-forwarded-for": "192.0.2.1" }, anything)).status,
    ).toBe(200);
  });

  const loopback = { address: "127.0.0.0", prefix: 8, family: "ipv4" } as const;
  const inside = { address: "10.0.0.0", prefix: 8, family: "ipv4" } as const;

  it.each([
    ["the connection's, where no proxy is named", [], "192.0.2.9", "127.0.0.1"],
    ["what a named proxy saw", [loopback], "192.0.2.9", "192.0.2.9"],
    ["the nearest that is no proxy of ours", [loopback, inside], "203.0.113.5, 192.0.2.9, 10.1.2.3", "192.0.2.9"],
    ["not what the client wrote in front", [loopback], "203.0.113.5, 192.0.2.9", "192.0.2.9"],
    ["the proxy's, where it wrote nonsense", [loopback], "unknown", "127.0.0.1"],
    ["the network of an IPv6 address", [loopback], "2001:DB8:0:1:2:3:4:5", "2001:db8:0:1"],
    ["the network of a short IPv6 address", [loopback], "2001:db8::1", "2001:db8:0:0"],
    ["the IPv4 address in an IPv6 one", [loopback], "::ffff:192.0.2.9", "192.0.2.9"],
  ])("come from %s", (_, proxies, forwarded, address) => {
    const request = { socket: { remoteAddress: "::ffff:127.0.0.1" }, headers: { "x-forwarded-for": forwarded } };
    expect(createAddressOf(proxies)(request as never)).toBe(address);
  });
});

describe("Several servers", () => {
  it("share a limit, however their callers hurry", async () => {
    const servers = [await open({ staff: 20 }), await open({ staff: 20 }), await open({ staff: 20 })];
    const tokens = await Promise.all(servers.map((door) => headersOf(door, ["ship"])));
    const seen = await Promise.all(
      Array.from({ length: 90 }, (_, turn) => send(servers[turn % 3]!, tokens[turn % 3]!, anything)),
    );
    expect(statuses(seen).filter((status) => status === 200)).toHaveLength(20);
    expect(statuses(seen).filter((status) => status === 429)).toHaveLength(70);
  });

  it("let through at most a hundredth each too many where the limit is large", async () => {
    const servers = [await open({ staff: 300 }), await open({ staff: 300 })];
    const tokens = await Promise.all(servers.map((door) => headersOf(door, ["ship"])));
    const seen = await Promise.all(
      Array.from({ length: 500 }, (_, turn) => send(servers[turn % 2]!, tokens[turn % 2]!, anything)),
    );
    const answered = statuses(seen).filter((status) => status === 200).length;
    expect(answered).toBeGreaterThanOrEqual(300);
    expect(answered).toBeLessThanOrEqual(306);
  });

  it("count for themselves where they are told so", async () => {
    const servers = [await open({ staff: 1, isShared: false }), await open({ staff: 1, isShared: false })];
    for (const door of servers)
      expect(statuses(await times(2, async () => send(door, await headersOf(door, ["read"]), anything)))).toEqual([
        200, 429,
      ]);
    expect(await counts()).toEqual([]);
  });

  it("cost a tenant that asks as usual no statement", async () => {
    const door = await open({ staff: 6_000 });
    const staff = await headersOf(door, ["read"]);
    const sent = await statementsDuring(() => times(25, () => send(door, staff, anything)));
    expect(sent).toEqual([]);
    const many = await statementsDuring(() =>
      Promise.all(Array.from({ length: 300 }, () => send(door, staff, anything))),
    );
    expect(many.length).toBeGreaterThan(0);
    expect(many.length).toBeLessThanOrEqual(10);
  });
});

const counts = async (): Promise<{ requests: number }[]> => {
  const client = new Client({ connectionString: service.testDatabase.adminUrl });
  await client.connect();
  await client.query("set app.sweep = 'on'");
  const { rows } = await client.query("select requests from request_count");
  await client.end();
  return rows;
};

describe("A purchase", () => {
  const input = (idempotencyKey: string) => ({ input: { idempotencyKey, shipment: aShipment() } });

  it("is made while the table of counts cannot be had, and nobody waits for it longer than a moment", async () => {
    const door = await open({ staff: 20 }, {}, { patienceMs: 50, restMs: 60_000 });
    const staff = await headersOf(door, ["ship"]);
    const blocker = new Client({ connectionString: service.testDatabase.adminUrl });
    await blocker.connect();
    await blocker.query("begin; lock table request_count");
    log.lines.length = 0;
    const startedAt = performance.now();
    const seen = await times(10, () => send(door, staff, anything));
    // One of them waits for 50 ms.
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(statuses(seen)).toEqual(ok(10));
    const { body } = await send(door, staff, purchaseLabel, input("while-away"));
    expect(body.data.purchaseLabel).toMatchObject({ purchase: { state: "PURCHASED" }, userErrors: [] });
    // The limit holds all the same, by this server's own count.
    expect(statuses(await times(12, () => send(door, staff, anything))).slice(8)).toEqual([200, 429, 429, 429]);
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ["warn", "Requests are counted by this server alone for now."],
    ]);
    await blocker.query("rollback");
    await blocker.end();
  });

  it("that is one request too many spends nothing, its key is free, and one that was made is given again later", async () => {
    const door = await open({ staff: 1 });
    const staff = await headersOf(door, ["ship"]);
    const first = await send(door, staff, purchaseLabel, input("kept"));
    expect(first.body.data.purchaseLabel.purchase.state).toBe("PURCHASED");
    const before = await requestCount(service, "SHIP");
    for (const key of ["kept", "refused"])
      expect((await send(door, staff, purchaseLabel, input(key))).status).toBe(429);
    expect(await requestCount(service, "SHIP")).toBe(before);

    // A minute later, as another server sees it.
    await runAdmin(service.testDatabase.adminUrl, "truncate request_count");
    const later = await open({ staff: 2 });
    const again = await headersOf(later, ["ship"]);
    const repeated = await send(later, again, purchaseLabel, input("kept"));
    expect(repeated.body.data.purchaseLabel.purchase).toEqual(first.body.data.purchaseLabel.purchase);
    const fresh = await send(later, again, purchaseLabel, input("refused"));
    expect(fresh.body.data.purchaseLabel.purchase.state).toBe("PURCHASED");
    expect(await requestCount(service, "SHIP")).toBe(before + 1);
  });
});

describe("The table of counts", () => {
  it("begins anew when a minute is over, and forgets what is long over", async () => {
    const door = await open({ staff: 1 });
    const staff = await headersOf(door, ["read"]);
    await send(door, staff, anything);
    await eventually(async () => (await counts()).length === 1);
    const age = (by: string) =>
      runAdmin(
        service.testDatabase.adminUrl,
        `begin; set local app.sweep = 'on'; update request_count set ends_at = ends_at - interval '${by}'; commit`,
      );
    await age("1 minute");
    const other = await open({ staff: 1 });
    expect((await send(other, await headersOf(other, ["read"]), anything)).status).toBe(200);
    expect(await counts()).toEqual([{ requests: 1 }]);
    await forgetRequestCounts(service.deps);
    expect(await counts()).toHaveLength(1);
    await age("2 hours");
    await forgetRequestCounts(service.deps);
    expect(await counts()).toEqual([]);
  });
});
