import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { jwtSettings, routerSecret } from "../support/jwt-settings.js";
import { aDataDir, aFreePort, type LaunchedServer, launchServer, stopLaunched } from "../support/launched-server.js";
import { sanFrancisco } from "../support/seed.js";
import { someClaims, startTokenIssuer, tenantId } from "../support/token-issuer.js";

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

const shop = "https://shop.example.com";
const publicUrl = "https://shipping.example.com/api";
const json = { "content-type": "application/json" };
const fromRouter = { "router-authorization": routerSecret };

let database: TestDatabase;
let issuer: Awaited<ReturnType<typeof startTokenIssuer>>;
let server: LaunchedServer;
/** Where it listens; what it says of itself is the public address. */
let origin: string;

beforeAll(async () => {
  [database, issuer] = await Promise.all([createTestDatabase(), startTokenIssuer()]);
  const port = await aFreePort();
  origin = `http://127.0.0.1:${port}`;
  server = launchServer({
    ...jwtSettings(issuer),
    ...{ MODE: "production", PORT: String(port), PUBLIC_URL: publicUrl, CORS_ORIGINS: shop },
    SHUTDOWN_DELAY_SECONDS: "4",
    ...{ DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.adminUrl, DATA_DIR: await aDataDir() },
  });
  expect(await server.url()).toBe(publicUrl);
});
afterAll(async () => {
  await stopLaunched();
  await Promise.all([database.drop(), issuer.stop()]);
});

const bearer = async (scope: string) => ({
  authorization: `Bearer ${await issuer.sign(someClaims({ scope }))}`,
});

async function post(query: string, { headers = {}, variables = {} }: { headers?: object; variables?: object } = {}) {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { ...json, ...fromRouter, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

it("does not start with the owner's login, and says what to do", async () => {
  const owned = launchServer({
    ...jwtSettings(issuer),
    ...{ MODE: "production", PUBLIC_URL: publicUrl, DATABASE_URL: database.adminUrl, DATA_DIR: await aDataDir() },
  });
  expect(await owned.exited).toEqual({ code: 1, signal: null });
  expect(owned.output()).toContain("The login of DATABASE_URL may do more than a server in production should:");
  expect(owned.output()).toContain("MIGRATION_DATABASE_URL");
});

describe("the production server", () => {
  it("has no page, no explorer and no files of one", async () => {
    const html = { headers: { accept: "text/html", ...fromRouter } };
    const paths = ["/", "/explorer/explorer.js", "/graphql", "/index.html"];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${origin}${path}`, html)).status));
    expect(statuses).toEqual([404, 404, 401, 404]);
  });

  it("tells strangers nothing of its schema, and the router all of it", async () => {
    const questions = ["{ __schema { types { name } } }", '{ __type(name: "Query") { name } }', "{ _service { sdl } }"];
    for (const question of questions) {
      const stranger = await post(question, { headers: { "router-authorization": "", ...(await bearer("admin")) } });
      expect([stranger.status, stranger.body.data, stranger.body.errors[0].extensions.code]).toEqual([
        ...[401, undefined, "UNAUTHENTICATED"],
      ]);
      expect((await post(question)).body.errors).toBeUndefined();
    }
    expect((await post("{ carriers { code } }")).status).toBe(401);
  });

  it.each([
    ["a field", "{ carrierAcounts { id } }", {}],
    ["an argument", '{ carrierAccount(idd: "x") { id } }', {}],
    ["a type", "query ($a: CarrierAccountInpu) { __typename }", {}],
    ["an enum value", "{ shipments(filter: { statuses: [VOIDE] }) { __typename } }", {}],
    [
      "a field of a variable",
      "mutation ($input: ValidateCarrierAccountInput!) { validateCarrierAccount(input: $input) { __typename } }",
      { input: { carrierAccountId: "x", carrierAccountIdd: "x" } },
    ],
  ])("suggests no name in place of %s", async (_, query, variables) => {
    const { status, body } = await post(query, { headers: await bearer("read admin"), variables });
    expect(status).toBe(400);
    expect(body.errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toMatch(/did you mean|stack|node_modules|\.js/i);
  });

  it("does not lift the mask of what it refuses, and shows no stack", async () => {
    const headers = { ...json, ...fromRouter, ...(await bearer("read")) };
    const forms = ["{", "[]", '"text"', '{"query":7}', '{"query":"{ __typename }","variables":"x"}', "nonsense"];
    for (const body of forms) {
      const response = await fetch(`${origin}/graphql`, { method: "POST", headers, body });
      const text = await response.text();
      expect([response.status, text]).toEqual([400, expect.stringContaining('"code":')]);
      expect(text).not.toMatch(/stack|node_modules|\.js|nonsense|at Object/);
    }
  });

  it("refuses an account at the simulator, and one with a bad token", async () => {
    const create = `mutation ($input: CreateCarrierAccountInput!) {
      createCarrierAccount(input: $input) { carrierAccount { id } userErrors { code field } } }`;
    const input = {
      ...{ name: "Account", environment: "SIMULATOR", accountNumber: "0A1B2C", address: sanFrancisco },
      ups: { clientId: "some-id", clientSecret: "some-secret" },
    };
    const { body } = await post(create, { headers: await bearer("admin"), variables: { input } });
    expect(body.data.createCarrierAccount).toEqual({
      carrierAccount: null,
      userErrors: [{ code: "NOT_ALLOWED", field: ["input", "environment"] }],
    });
    const bad = await post(create, { headers: { authorization: "Bearer eyJhbGciOiJub25lIn0.e30." } });
    expect([bad.status, bad.body.errors[0].extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("gives a storefront's token what buyers may see and nothing of accounts, labels and costs", async () => {
    const headers = await bearer("quote");
    const allowed = await post("{ carriers { code } }", { headers });
    expect(allowed.body).toEqual({ data: { carriers: [{ code: "UPS" }] } });
    const refused = [
      "{ carrierAccounts { nodes { id } } }",
      "{ shippingLabels(first: 1) { nodes { id } } }",
      "{ stuckPurchases(first: 1) { nodes { id } } }",
      'mutation { voidShipment(input: { idempotencyKey: "k" }) { userErrors { code } } }',
    ];
    for (const query of refused) {
      const { body } = await post(query, { headers });
      expect(body.errors?.map((error: { extensions: object }) => error.extensions)).toEqual([
        expect.objectContaining({ code: "FORBIDDEN" }),
      ]);
    }
  });

  it("answers only the router; links to labels and health need no secret", async () => {
    const headers = await bearer("read");
    expect((await post("{ __typename }", { headers: { ...headers, "router-authorization": "wrong" } })).status).toBe(
      401,
    );
    const direct = await fetch(`${origin}/graphql`, { method: "POST", headers: json, body: "not even JSON" });
    expect([direct.status, ((await direct.json()) as Answer).errors[0].extensions.code]).toEqual([
      401,
      "UNAUTHENTICATED",
    ]);
    expect((await fetch(`${origin}/files/label.pdf?token=x`)).status).toBe(403);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });
});

/** platform.md B20: what a browser could be made to send, and what one request must not be made of. */
describe("what the HTTP side refuses", () => {
  const asReader = async () => ({ ...fromRouter, ...(await bearer("read")) });
  const send = async (body: string, headers: Record<string, string> = json) =>
    fetch(`${origin}/graphql`, { method: "POST", headers: { ...(await asReader()), ...headers }, body });
  const get = async (query: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}/graphql?query=${encodeURIComponent(query)}`, { headers: { ...(await asReader()), ...headers } });
  const operation = JSON.stringify({ query: "{ __typename }" });

  it("a form post, which needs no preflight", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
      expect((await send(operation, { "content-type": type })).status).toBe(400);
  });

  it("a plain GET, which needs no preflight, and answers one that had it", async () => {
    expect((await get("{ __typename }")).status).toBe(400);
    expect((await get("{ __typename }", { "apollo-require-preflight": "1" })).status).toBe(200);
  });

  it("a mutation by GET", async () => {
    const mutation = 'mutation { voidShipment(input: { idempotencyKey: "k" }) { userErrors { code } } }';
    const response = await get(mutation, { "apollo-require-preflight": "1", ...(await bearer("ship")) });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("several operations in one request", async () => {
    expect((await send(`[${operation},${operation}]`)).status).toBe(400);
  });

  it("the pages of origins that are not listed", async () => {
    const preflight = async (from: string) =>
      fetch(`${origin}/graphql`, {
        method: "OPTIONS",
        headers: {
          origin: from,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type",
        },
      }).then(({ headers }) => headers.get("access-control-allow-origin"));
    expect([await preflight(shop), await preflight("https://evil.example.com"), await preflight("null")]).toEqual([
      ...[shop, null, null],
    ]);
    expect(await preflight("http://localhost:3000")).toBeNull();
  });

  it("a query of hidden cost: too many tokens, too deep, persisted by hash", async () => {
    expect((await send(JSON.stringify({ query: `{ ${"a ".repeat(20_000)} }` }))).status).toBe(400);
    const hash = { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } };
    expect(await (await send(JSON.stringify(hash))).json()).toMatchObject({
      errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }],
    });
  });
});

it("logs lines of JSON with trace, tenant, operation and outcome, says that it drains, and exits 0", async () => {
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  await post("query Traced { carriers { code } }", { headers: { ...(await bearer("read")), traceparent } });
  server.signal("SIGTERM");
  let readyz = await fetch(`${origin}/readyz`);
  while (readyz.ok) readyz = await fetch(`${origin}/readyz`);
  expect([readyz.status, await readyz.json()]).toEqual([503, { ok: false, reasons: ["draining"] }]);

  expect(await server.exited).toEqual({ code: 0, signal: null });
  const lines = server.lines().map((line) => JSON.parse(line));
  expect(lines.filter(({ message }) => message === "ready")).toHaveLength(1);
  expect(lines).toContainEqual({
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    ...{ level: "info", message: "Operation", operation: "Traced", type: "query", outcome: "ok" },
    ...{ milliseconds: expect.any(Number), tenantId, trace_id: "0af7651916cd43dd8448eb211c80319c" },
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(lines.filter(({ level }) => level === "error")).toEqual([]);
  expect(
    server
      .output()
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("{")),
  ).toEqual([]);
});
