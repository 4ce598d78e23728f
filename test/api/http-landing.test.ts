import { nobody, startTestHttpServer } from "../support/http.js";

type Server = Awaited<ReturnType<typeof startTestHttpServer>>;
const browser = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

const pageData = (html: string) =>
  JSON.parse(/<script type="application\/json" id="explorer-data">(.*?)<\/script>/s.exec(html)?.[1] ?? "null");

describe("the page at /", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startTestHttpServer({ explorers: true });
  });
  afterAll(() => server.stop());

  it("is for browsers, is never stored, and loads from here and from Apollo only", async () => {
    const response = await server.get("/", browser);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy.match(/https?:[^ ;]+/g)).toEqual([
      "https://embeddable-sandbox.cdn.apollographql.com",
      "https://sandbox.embed.apollographql.com",
    ]);
    const html = await response.text();
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      "data:,",
      "explorer/explorer.css",
      "explorer/explorer.js",
      "?explorer=sandbox",
      "?explorer=graphiql",
    ]);
  });

  it("holds every example with a key of its own load, the same for all of them", async () => {
    const load = async () => pageData(await (await server.get("/", browser)).text()).sets[0];
    const [first, second] = [await load(), await load()];
    const keys = ({ operations }: { operations: { variables: Record<string, unknown> }[] }) =>
      new Set(operations.map(({ variables }) => variables.idempotencyKey).filter((key) => key !== undefined));
    expect(keys(first).size).toBe(1);
    expect(keys(second).size).toBe(1);
    expect([...keys(first)]).not.toEqual([...keys(second)]);
    expect(first.sandbox.variables.idempotencyKey).toBe([...keys(first)][0]);
    expect(JSON.stringify(first)).not.toContain("<fresh>");
  });

  it("answers a terminal with a few words, and a visit to /graphql with the way to the page", async () => {
    const terminal = await server.get("/");
    expect(terminal.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await terminal.text()).toContain("POST /graphql");
    const visit = await server.get("/graphql", browser);
    expect([visit.status, visit.headers.get("location")]).toEqual([303, "./"]);
  });

  it.each([
    ["explorer.js", "text/javascript; charset=utf-8"],
    ["answers.js", "text/javascript; charset=utf-8"],
    ["explorer.css", "text/css; charset=utf-8"],
    ["graphiql.min.js", "text/javascript; charset=utf-8"],
    ["graphiql.min.css", "text/css; charset=utf-8"],
    ["react.production.min.js", "text/javascript; charset=utf-8"],
    ["react-dom.production.min.js", "text/javascript; charset=utf-8"],
  ])("comes with %s", async (name, contentType) => {
    const response = await server.get(`/explorer/${name}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, contentType]);
    expect((await response.text()).length).toBeGreaterThan(1_000);
  });

  it.each(["", "package.json", "../package.json", "%2e%2e/package.json", "toString"])(
    "serves no other file: %j",
    async (name) => {
      expect((await server.get(`/explorer/${name}`)).status).toBe(404);
    },
  );

  it("lets Sandbox call from its own site, also from the public internet to this machine", async () => {
    const response = await server.get("/graphql", {
      method: "OPTIONS",
      headers: {
        origin: "https://studio.apollographql.com",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,authorization",
        "access-control-request-private-network": "true",
      },
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "https://studio.apollographql.com",
      "access-control-allow-headers": "content-type,authorization",
      "access-control-allow-private-network": "true",
    });
  });

  it("asks for a token where one is needed", async () => {
    const guarded = await startTestHttpServer({ explorers: true, authenticate: async () => nobody });
    const html = await (await guarded.get("/", browser)).text();
    await guarded.stop();
    expect(pageData(html).headers).toEqual({ Authorization: "Bearer <your token>" });
  });
});
