import { connect } from "node:net";
import { AppError } from "../../src/errors.js";
import { nobody, someone, startTestHttpServer } from "../support/http.js";

type Server = Awaited<ReturnType<typeof startTestHttpServer>>;
const json = { "content-type": "application/json" };

const post = (server: Server, body: string, headers: Record<string, string> = json) =>
  server.get("/graphql", { method: "POST", headers, body });

describe("the GraphQL endpoint", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startTestHttpServer({ corsOrigins: ["https://shop.example.com"] });
  });
  afterAll(() => server.stop());

  it("answers an operation and forbids to store the answer", async () => {
    const { status, headers, body } = await server.query('{ echo(text: "ü") }');
    expect({ status, body }).toEqual({ status: 200, body: { data: { echo: "ü" } } });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it.each([
    ["a bug", "{ bug }"],
    ["a syntax error", "{"],
    ["an unknown field", "{ nope }"],
  ])("forbids to store the answer to %s", async (_, query) => {
    expect((await server.query(query)).headers.get("cache-control")).toBe("no-store");
  });

  it("refuses a body above 1 MB, announced or not", async () => {
    const large = JSON.stringify({ query: "{ me }", variables: { text: "x".repeat(1_048_576) } });
    const announced = await post(server, large);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(large));
        controller.close();
      },
    });
    const chunked = await server.get("/graphql", {
      method: "POST",
      headers: json,
      body: stream,
      duplex: "half",
    } as object);
    expect([announced.status, chunked.status]).toEqual([413, 413]);
    expect(await announced.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  it.each([
    ["malformed JSON", "{", json, 400],
    ["no body", "", json, 400],
    ["a list of operations", '[{"query":"{ me }"},{"query":"{ me }"}]', json, 400],
    ["a form", "query={me}", { "content-type": "application/x-www-form-urlencoded" }, 400],
    ["plain text", '{"query":"{ me }"}', { "content-type": "text/plain" }, 400],
    ["another character set", '{"query":"{ me }"}', { "content-type": "application/json; charset=utf-16" }, 415],
    ["a compressed body", "x", { ...json, "content-encoding": "gzip" }, 415],
  ])("refuses %s", async (_, body, headers, status) => {
    const response = await post(server, body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  it("refuses a mutation over GET, and a query over GET that a form could send", async () => {
    const preflighted = { headers: { "apollo-require-preflight": "1" } };
    const mutation = await server.get(`/graphql?query=${encodeURIComponent("mutation { change }")}`, preflighted);
    const query = await server.get(`/graphql?query=${encodeURIComponent("{ me }")}`, preflighted);
    const simple = await server.get(`/graphql?query=${encodeURIComponent("{ me }")}`);
    expect([mutation.status, query.status, simple.status]).toEqual([405, 200, 400]);
  });

  it("parses at most 10,000 tokens", async () => {
    const { status, body } = await server.query(`{ ${"a ".repeat(10_000)} }`);
    expect(status).toBe(400);
    expect(body.errors[0].extensions.code).toBe("GRAPHQL_PARSE_FAILED");
  });

  it("lets pages of the listed origins call it, and no others", async () => {
    const preflight = (origin: string) =>
      server.get("/graphql", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
      });
    const shop = await preflight("https://shop.example.com");
    expect(shop.status).toBe(204);
    expect(shop.headers.get("access-control-allow-origin")).toBe("https://shop.example.com");
    expect(shop.headers.get("access-control-allow-headers")).toBe("authorization");
    expect(shop.headers.get("access-control-allow-credentials")).toBeNull();
    const { headers } = await server.query("{ me }", { origin: "https://shop.example.com" });
    expect(headers.get("access-control-allow-origin")).toBe("https://shop.example.com");
    for (const origin of ["https://evil.example.com", "https://studio.apollographql.com", "null"])
      expect((await preflight(origin)).headers.get("access-control-allow-origin")).toBeNull();
  });

  it("answers what it does not have with 404, and no page at / without explorers", async () => {
    const paths = ["/nope", "/explorer/explorer.js", "/", "/graphql/more"];
    const found = await Promise.all(paths.map((path) => server.get(path, { headers: { accept: "text/html" } })));
    expect(found.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it("is not reached under a name that anybody could point at this machine", async () => {
    const status = (host: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(server.port, "127.0.0.1", () =>
          socket.end(`GET /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
        );
        socket.once("data", (data) => resolve(data.toString().split(" ")[1] ?? ""));
      });
    expect(await status("rebound.example.com")).toBe("421");
    expect(await status(`localhost:${server.port}`)).toBe("400");
  });
});

describe("who may ask", () => {
  it("is the router alone where a secret is set; files and health need none", async () => {
    const secrets = ["current-secret-of-the-router-000000", "previous-secret-of-the-router-00000"];
    const server = await startTestHttpServer({ routerSecrets: secrets });
    const asked = async (header: Record<string, string>) => (await server.query("{ me }", header)).status;
    const [current = "", previous = ""] = secrets;
    expect(await asked({})).toBe(401);
    expect(await asked({ "router-authorization": "wrong" })).toBe(401);
    expect(await asked({ "router-authorization": current })).toBe(200);
    expect(await asked({ "router-authorization": previous })).toBe(200);
    expect((await server.get("/livez")).status).toBe(200);
    expect((await server.get("/files/a.pdf?signature=x")).status).toBe(403);
    await server.stop();
  });

  it("gets 401 for a bad token before the body is read, and 503 for one that cannot be checked", async () => {
    const authenticate = async ({ authorization }: Record<string, unknown>) => {
      if (authorization === undefined) return nobody;
      throw new AppError("UNAUTHENTICATED", "No.", { retryable: authorization === "Bearer unchecked" });
    };
    const server = await startTestHttpServer({ authenticate });
    const bad = await post(server, "not even JSON", { ...json, authorization: "Bearer bad" });
    expect(bad.status).toBe(401);
    expect(bad.headers.get("www-authenticate")).toBe("Bearer");
    expect(await bad.json()).toMatchObject({ errors: [{ message: "No.", extensions: { code: "UNAUTHENTICATED" } }] });
    const unchecked = await post(server, "{}", { ...json, authorization: "Bearer unchecked" });
    expect([unchecked.status, unchecked.headers.get("retry-after")]).toEqual([503, "5"]);
    await server.stop();
  });

  const schemaQuestions = [
    "{ __schema { queryType { name } } }",
    '{ __type(name: "Query") { name } }',
    "{ _service { sdl } }",
    '{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { __typename } }',
    "query { ...a } fragment a on Query { b: _service { sdl } }",
  ];

  it.each(schemaQuestions)("keeps the schema from callers without a token: %s", async (query) => {
    const authenticate = async ({ authorization }: Record<string, unknown>) =>
      authorization === undefined ? nobody : someone;
    const server = await startTestHttpServer({ authenticate });
    const introspected = await server.query(query, { authorization: "Bearer x" });
    // The second time the parsed document comes from Apollo's cache.
    const strangers = [await server.query(query), await server.query(query)];
    await server.stop();
    expect(introspected.body.errors).toBeUndefined();
    for (const { status, body } of strangers) {
      expect(status).toBe(401);
      expect(body).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
      expect(body.data).toBeUndefined();
    }
  });

  it("gets no names suggested in production", async () => {
    const [production, demo] = [await startTestHttpServer(), await startTestHttpServer({ explorers: true })];
    expect((await production.query("{ eco }")).body.errors[0].message).not.toMatch(/Did you mean/);
    expect((await demo.query("{ eco }")).body.errors[0].message).toMatch(/Did you mean/);
    await Promise.all([production.stop(), demo.stop()]);
  });
});
