import { createHash } from "node:crypto";
import type { HttpServerOptions } from "../../src/http/http-options.js";
import { createSafelist } from "../../src/security/safelist/safelist.js";
import { type Answer, nobody, someone, startTestHttpServer } from "../support/http.js";

type Server = Awaited<ReturnType<typeof startTestHttpServer>>;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const echo = "query Echo($text: String!) { echo(text: $text) }";
const change = "mutation Change { change }";
const sdl = "query Sdl { _service { sdl } }";
const entities = 'query Entities { _entities(representations: [{ __typename: "Thing", id: "1" }]) { __typename } }';
const operations = createSafelist([echo, change, sdl, entities].map((body) => ({ id: sha256(body), body })));

const secret = "the-router-and-nobody-else-knows-this";
const fromRouter = { "router-authorization": secret };
const token = { authorization: "Bearer of-a-test" };
const json = { "content-type": "application/json" };
const variables = { text: "a" };
const persisted = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

const start = (options: Partial<HttpServerOptions> = {}) =>
  startTestHttpServer({
    authenticate: async ({ authorization }) => (authorization === undefined ? nobody : someone),
    safelist: { mode: "only", operations },
    ...options,
  });

async function post(server: Server, body: object, headers: Record<string, string> = {}) {
  const init = { method: "POST", headers: { ...json, ...token, ...headers }, body: JSON.stringify(body) };
  const response = await server.get("/graphql", init);
  return { status: response.status, body: (await response.json()) as Answer };
}

const byGet = async (server: Server, parameters: Record<string, string>) => {
  const headers = { ...token, "apollo-require-preflight": "1" };
  const response = await server.get(`/graphql?${new URLSearchParams(parameters)}`, { headers });
  return { status: response.status, body: (await response.json()) as Answer };
};

const notInList = {
  status: 400,
  body: { errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_IN_LIST", retryable: false } }] },
};
const answered = { status: 200, body: { data: { echo: "a" } } };

describe("where operations of a list alone are answered", () => {
  let server: Server;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  it.each([
    ["Apollo's hash", persisted(sha256(echo))],
    ["a document id", { documentId: sha256(echo) }],
    ["a document id that says what it is", { documentId: `sha256:${sha256(echo)}` }],
    ["its text", { query: echo }],
    ["its text, written otherwise", { query: "# by hand\nquery Echo($text:String!){echo(text:$text)}" }],
    ["its text and hash", { query: echo, ...persisted(sha256(echo)) }],
    ["its name too", { documentId: sha256(echo), operationName: "Echo" }],
  ])("answers one of the list by %s", async (_, asked) => {
    expect(await post(server, { ...asked, variables })).toEqual(answered);
  });

  it("answers one of the list by GET", async () => {
    const ways: Record<string, string>[] = [
      { extensions: JSON.stringify(persisted(sha256(echo)).extensions) },
      { documentId: `sha256:${sha256(echo)}` },
      { query: echo },
    ];
    for (const way of ways)
      expect(await byGet(server, { ...way, variables: JSON.stringify(variables) })).toEqual(answered);
    expect((await byGet(server, { documentId: sha256(change) })).status).toBe(405);
    expect((await post(server, { documentId: sha256(change) })).body).toEqual({ data: { change: "changed" } });
  });

  it.each([
    ["another text", { query: "{ me }" }],
    ["a text that does not fit the schema", { query: "{ eco }" }],
    ["no GraphQL", { query: "{ " }],
    ["too deep a text", { query: `{ ${"a { ".repeat(60)} b ${"} ".repeat(60)} }` }],
    ["a text with one field more", { query: echo.replace("{ echo", "{ me echo") }],
    ["a text with an operation more", { query: `${echo} query Mine { me }`, operationName: "Echo" }],
    ["introspection", { query: "{ __schema { types { name } } }" }],
    ["an unknown hash", persisted("0".repeat(64))],
    ["an unknown id", { documentId: "sha256:0" }],
    ["an unknown hash with its text, to have it kept", { query: "{ me }", ...persisted(sha256("{ me }")) }],
    ["another text under a hash of the list", { query: "{ me }", ...persisted(sha256(echo)) }],
    ["another text beside an id of the list", { query: "{ me }", documentId: sha256(echo) }],
    ["two operations of the list at once", { documentId: sha256(change), ...persisted(sha256(echo)) }],
  ])("refuses %s", async (_, asked) => {
    for (let turn = 0; turn < 2; turn++) expect(await post(server, { ...asked, variables })).toMatchObject(notInList);
  });

  it("refuses another text by GET, or in the address of a POST", async () => {
    expect(await byGet(server, { query: "{ me }" })).toMatchObject(notInList);
    const response = await server.get(`/graphql?query=${encodeURIComponent("{ me }")}`, {
      ...{ method: "POST", headers: { ...json, ...token }, body: JSON.stringify({ query: echo, variables }) },
    });
    expect(response.status).toBe(400);
  });

  it("asks who it is first", async () => {
    const response = await server.get("/graphql", {
      ...{ method: "POST", headers: json, body: JSON.stringify({ documentId: sha256(echo), variables }) },
    });
    expect([response.status, await response.json()]).toMatchObject([401, { errors: [{}] }]);
  });

  it("checks variables and form as ever", async () => {
    expect(
      (await post(server, { documentId: sha256(echo), variables: { text: 1 } })).body.errors[0].extensions.code,
    ).toBe("BAD_USER_INPUT");
    expect((await post(server, [{ documentId: sha256(echo) }])).status).toBe(400);
  });
});

describe("behind a router", () => {
  it.each(["only", "log"] as const)("only the router may come, and asks what it likes: %s", async (mode) => {
    const server = await start({ routerSecrets: [secret], introspection: ["router"], safelist: { mode, operations } });
    expect((await post(server, { query: "{ me }" }, fromRouter)).body).toEqual({ data: { me: someone.subject } });
    for (const query of [entities, sdl]) expect((await post(server, { query }, fromRouter)).status).toBe(200);
    const clients: Record<string, string>[] = [{}, { "router-authorization": "wrong" }, { "router-authorization": "" }];
    for (const headers of clients)
      for (const asked of [{ query: echo }, { documentId: sha256(echo) }, persisted(sha256(echo))])
        expect((await post(server, { ...asked, variables }, headers)).status).toBe(401);
    const told = server.log.lines.filter(({ message }) => message === "An operation is not in the safelist");
    await server.stop();
    expect(told).toEqual([]);
  });
});

describe("where the list is only logged", () => {
  it("answers all, and tells what is not in it without its text", async () => {
    const server = await start({ safelist: { mode: "log", operations } });
    const strange = '{ echo(text: "canary") }';
    expect((await post(server, { query: strange })).status).toBe(200);
    expect(await post(server, { query: echo, variables })).toEqual(answered);
    expect(await post(server, { documentId: sha256(echo), variables })).toEqual(answered);
    expect(await post(server, persisted("0".repeat(64)))).toMatchObject(notInList);
    const told = server.log.lines.filter(({ message }) => message === "An operation is not in the safelist");
    await server.stop();
    expect(told).toMatchObject([{ level: "warn", sha256: sha256(strange), tenantId: someone.tenantId }]);
    expect(JSON.stringify(server.log.lines)).not.toContain("canary");
  });
});

it("without a list, hashes are answered as clients that try them expect", async () => {
  const server = await start({ safelist: undefined });
  expect((await post(server, persisted(sha256(echo)))).body.errors[0].extensions.code).toBe(
    "PERSISTED_QUERY_NOT_SUPPORTED",
  );
  expect(await post(server, { query: echo, variables })).toEqual(answered);
  await server.stop();
});
