import { connect } from "node:net";
import { getIntrospectionQuery } from "graphql";
import type { HttpServerOptions } from "../../src/http/http-options.js";
import type { Caller, Scope } from "../../src/security/scopes.js";
import { type Answer, nobody, someone, startTestHttpServer } from "../support/http.js";

type Server = Awaited<ReturnType<typeof startTestHttpServer>>;

const secret = "the-router-and-nobody-else-knows-this";
const fromRouter = { "router-authorization": secret };
const json = { "content-type": "application/json" };
const unauthenticated = {
  message: expect.stringMatching(/^(This needs a token|This address is for the router only)\.$/),
  extensions: { code: "UNAUTHENTICATED", retryable: false, traceId: expect.any(String) },
};

/** Takes the scopes from the token as it stands. */
const authenticate = async ({ authorization }: Record<string, unknown>): Promise<Caller> =>
  typeof authorization === "string"
    ? { ...someone, scopes: new Set(authorization.replace("Bearer ", "").split(" ") as Scope[]) }
    : nobody;

const start = (options: Partial<HttpServerOptions> = {}) => startTestHttpServer({ authenticate, ...options });

describe("a caller without a token", () => {
  let servers: Server[];
  beforeAll(async () => {
    servers = [
      // Without a router, and with one that the caller is not.
      await start({ introspection: ["everyone"] }),
      await start({ routerSecrets: [secret], introspection: ["everyone"] }),
    ];
  });
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  const post = (body: string, headers: object = json): RequestInit => ({
    ...{ method: "POST", body },
    headers: headers as Record<string, string>,
  });
  const query = (text: string, more: object = {}) => post(JSON.stringify({ query: text, ...more }));
  const manyFields = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`f${n}`, n]));

  const requests: [string, string, RequestInit][] = [
    ["a good query", "", query("{ __typename }")],
    ["an unknown field", "", query("{ eco }")],
    ["a syntax error", "", query("{ me ")],
    ["too deep a document", "", query(`{ ${"a { ".repeat(60)} b ${"} ".repeat(60)} }`)],
    ["too many tokens", "", query(`{ ${"a ".repeat(20_000)} }`)],
    ["a wrong variable", "", query("query ($text: String!) { echo(text: $text) }", { variables: manyFields })],
    ["introspection", "", query("{ __schema { types { name } } }")],
    ["the SDL", "", query("{ _service { sdl } }")],
    ["entities", "", query("{ _entities(representations: []) { __typename } }")],
    [
      "a hash",
      "",
      post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } })),
    ],
    ["a document's id", "", post(JSON.stringify({ documentId: "sha256:0" }))],
    ["a batch", "", post('[{"query":"{ me }"},{"query":"{ me }"}]')],
    ["no JSON", "", post("{")],
    ["no body", "", post("")],
    ["a large body", "", post("x".repeat(2_000_000))],
    ["a form", "", post("query={eco}", { "content-type": "application/x-www-form-urlencoded" })],
    ["an upload's form", "", post("--x\r\n\r\n{ eco }", { "content-type": "multipart/form-data; boundary=x" })],
    ["a document as such", "", post("{ eco }", { "content-type": "application/graphql" })],
    ["a compressed body", "", post("x", { ...json, "content-encoding": "gzip" })],
    ["another character set", "", post("{}", { "content-type": "application/json; charset=utf-16" })],
    ["a mutation by GET", "?query=mutation%7Bchange%7D", { headers: { "apollo-require-preflight": "1" } }],
    ["variables by GET", "?query=%7Beco%7D&variables=%7B", { headers: { "apollo-require-preflight": "1" } }],
    ["a GET that a form could send", "?query=%7Beco%7D", {}],
    ["a subscription by events", "?query=subscription%7Ba%7D", { headers: { accept: "text/event-stream" } }],
    ["deferred parts", "", post('{"query":"{ eco }"}', { ...json, accept: "multipart/mixed" })],
    ["another method", "", { method: "PUT", headers: json, body: "{}" }],
    ["a page", "", { headers: { accept: "text/html" } }],
    ["a wrong router", "", post("{}", { ...json, "router-authorization": "wrong" })],
  ];

  it.each(requests)("gets nothing but UNAUTHENTICATED for %s", async (_, search, init) => {
    for (const server of servers) {
      const response = await server.get(`/graphql${search}`, init);
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
      const body = (await response.json()) as Answer;
      expect(body).toEqual({ errors: [unauthenticated] });
    }
  });

  it("is told so before the body has come, and cannot make it be read", async () => {
    for (const { port } of servers) {
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(port, "127.0.0.1", () =>
          socket.write("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n{"),
        );
        socket.once("data", (data) => {
          resolve(data.toString());
          socket.destroy();
        });
      });
      expect(answer).toMatch(/^HTTP\/1.1 401 /);
    }
  });

  it("upgrades to no other protocol", async () => {
    const upgrade =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AA==\r\n";
    for (const { port } of servers) {
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(port, "127.0.0.1", () =>
          socket.write(`GET /graphql HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`),
        );
        socket.once("data", (data) => resolve(data.toString()));
        socket.once("data", () => socket.destroy());
      });
      expect(answer).toMatch(/^HTTP\/1.1 401 /);
    }
  });

  it("still sees whether the server is well", async () => {
    for (const server of servers)
      expect([(await server.get("/livez")).status, (await server.get("/readyz")).status]).toEqual([200, 200]);
  });
});

describe("the router without a caller's token", () => {
  let server: Server;
  beforeAll(async () => {
    server = await start({ routerSecrets: [secret], introspection: ["router"] });
  });
  afterAll(() => server.stop());

  it.each([
    "{ _service { sdl } }",
    "query Sdl { sdl: _service { sdl } __typename }",
    "{ __schema { types { name } } }",
    getIntrospectionQuery(),
  ])("reads the schema: %s", async (query) => {
    const { status, body } = await server.query(query, fromRouter);
    expect([status, body.errors]).toEqual([200, undefined]);
  });

  it.each([
    "{ me }",
    "{ eco }",
    "{ ",
    "{ _service { sdl } eco }",
    "{ _service { sdl } ...a } fragment a on Query { eco }",
    '{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { __typename } }',
    "query A { __typename } mutation B { change }",
  ])("gets nothing else validated: %s", async (query) => {
    const { status, body } = await server.query(query, fromRouter);
    expect([status, body]).toEqual([401, { errors: [unauthenticated] }]);
  });

  it("asks for a caller as ever", async () => {
    const asked = { ...fromRouter, authorization: "Bearer read" };
    expect((await server.query("{ me }", asked)).body).toEqual({ data: { me: someone.subject } });
    const entities = '{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { __typename } }';
    expect((await server.query(entities, asked)).status).toBe(200);
  });
});

describe("the schema", () => {
  const questions = [
    "{ __schema { types { name } } }",
    '{ a: __type(name: "Query") { name } }',
    "{ _service { sdl } }",
  ];
  const behindFragment = "query { ...a } fragment a on Query { b: __schema { types { name } } }";
  const by = (who: string) => (who === "router" ? fromRouter : { ...fromRouter, authorization: `Bearer ${who}` });

  it.each([
    [["everyone"], { read: 200, quote: 200, admin: 200 }],
    [["admin"], { read: 403, quote: 403, admin: 200 }],
    [["read", "admin"], { read: 200, quote: 403, admin: 200 }],
    [["router"], { read: 403, quote: 403, admin: 403 }],
    [[], { read: 403, quote: 403, admin: 403 }],
  ] as const)("is shown to those whom the setting names: %j", async (introspection, expected) => {
    const server = await start({ introspection });
    for (const [scope, status] of Object.entries(expected))
      for (const query of [...questions, behindFragment, behindFragment]) {
        const asked = await server.query(query, { authorization: `Bearer ${scope}` });
        const code = status === 200 ? undefined : "FORBIDDEN";
        expect([scope, query, asked.status, asked.body.errors?.[0].extensions.code]).toEqual([
          ...[scope, query, status, code],
        ]);
      }
    expect((await server.query("{ __typename me }", { authorization: "Bearer read" })).status).toBe(200);
    await server.stop();
  });

  it("is always there for composition, and for nothing else where introspection is off", async () => {
    const server = await start({ routerSecrets: [secret], introspection: [] });
    for (const who of ["router", "read"]) {
      expect((await server.query("{ _service { sdl } }", by(who))).status).toBe(200);
      expect((await server.query("{ __schema { types { name } } }", by(who))).body.errors[0].extensions.code).toBe(
        "FORBIDDEN",
      );
    }
    await server.stop();
  });
});
