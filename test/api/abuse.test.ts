import { createContext } from "../../src/context.js";
import type { HttpServerOptions } from "../../src/http/http-options.js";
import { scopes } from "../../src/security/scopes.js";
import { nobody, someone, startTestHttpServer } from "../support/http.js";
import { aShipment, requestCount } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";

/** The probes of graphql-cop, and what it overlooks, against the server as production runs it. */

let service: TestService;
let server: Awaited<ReturnType<typeof startTestHttpServer>>;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  server = await startTestHttpServer(production());
});
afterAll(async () => {
  await server.stop();
  await service.close();
});

/** A token with all scopes, unless the test leaves it out. */
function production(): Partial<HttpServerOptions> {
  const caller = { ...someone, tenantId: service.tenantId, scopes: new Set(scopes) };
  return {
    schema: service.schema,
    publicUrl: "https://shipping.example.com",
    createContext: (by) =>
      createContext(by, {
        deps: service.deps,
        log: silentLog,
        signLink: () => ({ url: "", expiresAt: "2030-01-01T00:00:00Z" }),
      }),
    authenticate: async ({ authorization }) => (authorization === undefined ? nobody : caller),
    explorers: false,
    introspection: ["everyone"],
  };
}

const token = { authorization: "Bearer of-a-test" };
const json = { "content-type": "application/json" };
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(" ");

const ask = (query: string, variables?: unknown, headers: Record<string, string> = token) =>
  server.query(query, { host: "shipping.example.com", ...headers }, variables);

/** What a refused operation looks like: nothing of it ran. */
const refusedWith = (code: string, message = /\S/) => ({
  status: 400,
  body: { errors: [{ message: expect.stringMatching(message), extensions: { code } }] },
});

const send = (path: string, init: RequestInit = {}) =>
  server.get(path, { ...init, headers: { ...token, ...init.headers } });

describe("the twelve probes", () => {
  it("alias overloading: 101 aliases, of __typename too, are refused", async () => {
    const fields = ["carriers { code }", "__typename"];
    for (const field of fields) {
      const query = (count: number) => `{ ${times(count, (n) => `alias${n}: ${field}`)} }`;
      expect(await ask(query(101))).toMatchObject(refusedWith("OPERATION_TOO_COMPLEX", /100 aliased/));
      expect((await ask(query(20))).status).toBe(200);
    }
  });

  it("array batching: a list of operations is refused", async () => {
    const body = JSON.stringify(Array.from({ length: 10 }, () => ({ query: "{ __typename }" })));
    const response = await send("/graphql", { method: "POST", headers: json, body });
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{}] }]);
  });

  it("directive overloading: many directives on one field are refused, and not each is answered", async () => {
    const unknown = await ask(`{ __typename ${times(500, () => "@aa")} }`);
    expect(unknown).toMatchObject(refusedWith("OPERATION_TOO_COMPLEX", /directives/));
    expect((await ask("{ __typename @aa @ab @ac @ad @ae }")).body.errors.length).toBeLessThanOrEqual(6);
    const answer = await ask(`{ ${times(60, () => "... @include(if: true) @skip(if: false) { __typename }")} }`);
    expect(answer).toMatchObject(refusedWith("OPERATION_TOO_COMPLEX", /directives/));
  });

  it("circular introspection: types of fields of types are refused", async () => {
    const circular = `{ __schema { types { ${"fields { type { ".repeat(4)} name ${"} }".repeat(4)} } } }`;
    const { status, body } = await ask(circular);
    expect([status, body.data]).toEqual([400, undefined]);
  });

  it("field duplication: one field 500 times over is refused", async () => {
    const query = `{ ${times(500, () => "__typename")} }`;
    expect(await ask(query)).toMatchObject(refusedWith("OPERATION_TOO_COMPLEX", /repeated/));
  });

  it("field suggestions: a name nearly right is not completed", async () => {
    for (const query of ["{ shipmentz { nodes { id } } }", "{ carriers { cod } }", '{ shipment(idd: "a") { id } }']) {
      const { status, body } = await ask(query);
      expect([status, JSON.stringify(body)]).toEqual([400, expect.not.stringMatching(/did you mean/i)]);
    }
  });

  it("queries by GET: not without a header that pages of other sites cannot send", async () => {
    const response = await send(`/graphql?query=${encodeURIComponent("{ __typename }")}`);
    expect(response.status).toBe(400);
  });

  it("mutations by GET: never", async () => {
    const mutation = 'mutation { deleteShipment(input: { shipmentId: "shp_1" }) { deletedShipmentId } }';
    const path = `/graphql?query=${encodeURIComponent(mutation)}`;
    const statuses = [await send(path), await send(path, { headers: { "apollo-require-preflight": "1" } })];
    expect(statuses.map(({ status }) => status)).toEqual([400, 405]);
  });

  it("POST of a form: is not read as an operation", async () => {
    const forms = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"];
    for (const type of forms) {
      const response = await send("/graphql", {
        method: "POST",
        headers: { "content-type": type },
        body: `query=${encodeURIComponent("{ __typename }")}`,
      });
      expect([response.status, ((await response.json()) as { data?: unknown }).data]).toEqual([400, undefined]);
    }
  });

  it("introspection: strangers see no schema", async () => {
    const { status, body } = await ask("{ __schema { types { name } } }", undefined, {});
    expect({ status, data: body.data }).toEqual({ status: 401, data: undefined });
  });

  it("explorer pages: there are none", async () => {
    const paths = ["/", "/graphql", "/graphiql", "/playground", "/console", "/explorer/explorer.js", "/altair"];
    for (const path of paths) {
      const response = await server.get(path, { headers: { accept: "text/html" } });
      expect([path, response.status >= 400]).toEqual([path, true]);
      expect(await response.text()).not.toMatch(/<html|graphiql|playground/i);
    }
  });

  it("trace and debug modes: no extension tells how long or where", async () => {
    const headers = { "x-apollo-tracing": "1", "apollo-federation-include-trace": "ftv1", debug: "1" };
    expect((await ask("{ __typename }", undefined, headers)).body.extensions).toBeUndefined();
    expect((await ask("{ __typename }", undefined, { ...token, "x-apollo-tracing": "1", debug: "1" })).body).toEqual({
      data: { __typename: "Query" },
    });
    expect((await server.get("/graphql?debug=1", { method: "TRACE" }).catch(() => ({ status: 405 }))).status).not.toBe(
      200,
    );
  });

  it("unhandled errors: whatever is sent, the answer is of GraphQL's form, without a stack", async () => {
    const sources = [
      "",
      "query",
      "}",
      "{ carriers(first: abc) { code } }",
      "subscription { a }",
      `{ ${"a{".repeat(4_000)}`,
    ];
    const bodies = [
      ...sources.map((query) => ({ query })),
      { query: 1 },
      { query: "{ __typename }", variables: "1" },
      1,
      null,
    ];
    for (const body of bodies) {
      const response = await send("/graphql", { method: "POST", headers: json, body: JSON.stringify(body) });
      const text = await response.text();
      expect([body, response.status, text]).toEqual([
        body,
        400,
        expect.not.stringMatching(/stack|node_modules|\.js:|RangeError/),
      ]);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
    }
  });
});

describe("an operation that asks for too much", () => {
  it.each([
    ["literal", "{ shipments(first: 20000) { nodes { id } } }", {}],
    ["variable", "query ($n: Int!) { shipments(first: $n) { nodes { id } } }", { n: 20_000 }],
  ])("is refused by its cost, the page size being a %s", async (_, query, variables) => {
    expect(await ask(query, variables)).toMatchObject(refusedWith("OPERATION_TOO_COMPLEX", /may cost 20001/));
  });

  it("is refused again when the document is known and only the variables grew", async () => {
    const query = "query Known($n: Int!) { shipments(first: $n) { nodes { id } } }";
    expect((await ask(query, { n: 5 })).body).toEqual({ data: { shipments: { nodes: [] } } });
    expect((await ask(query, { n: 30_000 })).status).toBe(400);
  });

  it("gets no page above 100, whatever its cost", async () => {
    const query = "query ($n: Int!) { shipments(first: $n) { nodes { id } } }";
    expect((await ask(query, { n: 100 })).body.errors).toBeUndefined();
    expect((await ask(query, { n: 101 })).body).toMatchObject({
      data: { shipments: null },
      errors: [{ extensions: { code: "BAD_USER_INPUT" } }],
    });
  });

  it("gets 1,000 entities, not 1,001, and as many items of a list", async () => {
    const query = "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }";
    const r = (count: number) => Array.from({ length: count }, (_, n) => ({ __typename: "Shipment", id: `shp_${n}` }));
    expect((await ask(query, { r: r(1_000) })).status).toBe(200);
    expect(await ask(query, { r: r(1_001) })).toMatchObject(refusedWith("TOO_MANY_ITEMS", /_entities/));
    const mark = "mutation ($i: MarkLabelsPrintedInput!) { markLabelsPrinted(input: $i) { userErrors { code } } }";
    const labelIds = Array.from({ length: 1_001 }, () => "lab_canary");
    const refused = await ask(mark, { i: { labelIds } });
    expect(refused).toMatchObject(refusedWith("TOO_MANY_ITEMS", /MarkLabelsPrintedInput\.labelIds/));
    expect(JSON.stringify(refused.body)).not.toContain("canary");
  });

  it("asks UPS nothing when it asks for rates a hundred times", async () => {
    await service.control.clearRequests();
    const input = { shipTo: aShipment().shipTo, packages: aShipment().packages };
    const query = `query ($input: ShippingRatesInput!) {
      ${times(99, (n) => `a${n}: shippingRates(input: $input) { userErrors { code } }`)} }`;
    expect(await ask(query, { input })).toMatchObject(refusedWith("OPERATION_TOO_COMPLEX", /may cost/));
    expect(await requestCount(service, "RATE")).toBe(0);
  });

  it("runs under other limits where an operator sets them", async () => {
    const small = await startTestHttpServer({ operationLimits: { maxCost: 1, maxDepth: 2 } });
    const deep = await small.query("{ __schema { queryType { name } } }");
    const dear = await small.query("{ __schema { directives } }".replace("directives", "types { name }"));
    const fine = await small.query("{ me }");
    await small.stop();
    expect([deep.status, dear.status, fine.status]).toEqual([400, 400, 200]);
  });
});

describe("a purchase", () => {
  const buy = (
    name: string,
    key: string,
  ) => `${name}: purchaseLabel(input: { idempotencyKey: "${key}", shipment: $s }) {
    purchase { state } userErrors { code } }`;
  const s = aShipment();

  it("cannot be doubled in one operation by aliases or fragments: UPS is not asked", async () => {
    await service.control.clearRequests();
    const input = "($s: ShipmentInput!)";
    const byAlias = `mutation ${input} { ${buy("a", "k1")} ${buy("b", "k2")} }`;
    const byFragment = `mutation ${input} { ...a ... on Mutation { ${buy("b", "k2")} } } fragment a on Mutation { ${buy("a", "k1")} }`;
    for (const query of [byAlias, byFragment])
      expect(await ask(query, { s })).toMatchObject(refusedWith("OPERATION_TOO_COMPLEX", /would buy 2 times/));
    expect(await requestCount(service, "SHIP")).toBe(0);
    const { body } = await ask(`mutation ${input} { ${buy("a", "k1")} }`, { s });
    expect(body.data.a.purchase.state).toBe("PURCHASED");
  });
});
