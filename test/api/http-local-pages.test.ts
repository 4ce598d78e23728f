import { startTestHttpServer } from "../support/http.js";

type Server = Awaited<ReturnType<typeof startTestHttpServer>>;

const local = [
  "http://localhost:3000",
  "http://localhost:5173",
  "http://localhost",
  "https://localhost:8443",
  "http://127.0.0.1:3000",
  "http://[::1]:3000",
];
const foreign = [
  "http://localhost.evil.com",
  "http://localhost.evil.com:3000",
  "http://evil.com:3000",
  "http://notlocalhost:3000",
  "http://127.0.0.1.evil.com",
  "http://localhost:3000@evil.com",
  "http://evil.com#localhost:3000",
  "http://evil.com/localhost:3000",
  "http://192.168.0.7:3000",
  "http://0.0.0.0:3000",
  "file://localhost",
  "null",
  "",
];

const allowed = "access-control-allow-origin";
const preflight = (server: Server, origin: string) =>
  server.get("/graphql", {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
  });

describe("in a demo that only this machine reaches", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startTestHttpServer({ localPages: true });
  });
  afterAll(() => server.stop());

  it.each(local)("a page of %s asks first, and is answered", async (origin) => {
    const { status, headers } = await preflight(server, origin);
    expect([status, headers.get(allowed), headers.get("access-control-allow-headers")]).toEqual([
      ...[204, origin, "content-type"],
    ]);
    const answer = await server.query("{ me }", { origin });
    expect([answer.status, answer.headers.get(allowed), answer.headers.get("vary")]).toEqual([200, origin, "Origin"]);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("a page is told also what went wrong", async () => {
    const origin = "http://localhost:3000";
    const { status, headers } = await server.query("{ nonsense", { origin });
    expect([status, headers.get(allowed)]).toEqual([400, origin]);
  });

  it.each(foreign)("a page of %p is not", async (origin) => {
    expect((await preflight(server, origin)).headers.get(allowed)).toBeNull();
    expect((await server.query("{ me }", { origin })).headers.get(allowed)).toBeNull();
  });

  it("who sends no origin is answered as ever", async () => {
    const { status, headers } = await server.query("{ me }");
    expect([status, headers.get(allowed)]).toEqual([200, null]);
  });
});

it.each(local)("anywhere else %s is an origin like any other", async (origin) => {
  const server = await startTestHttpServer();
  expect((await preflight(server, origin)).headers.get(allowed)).toBeNull();
  await server.stop();
});
