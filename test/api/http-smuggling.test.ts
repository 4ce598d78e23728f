import { connect } from "node:net";
import { nobody, someone, startTestHttpServer } from "../support/http.js";

const secret = "secret-of-the-router-0123456789-abcdef";
const good = "Bearer good";
const body = JSON.stringify({ query: "{ me }" });
const post = (target = "/graphql", version = "1.1") => `POST ${target} HTTP/${version}`;
const usual = {
  host: "Host: localhost",
  secret: `Router-Authorization: ${secret}`,
  token: `Authorization: ${good}`,
  type: "Content-Type: application/json",
  length: `Content-Length: ${body.length}`,
};

let server: Awaited<ReturnType<typeof startTestHttpServer>>;
const seen: unknown[] = [];
beforeAll(async () => {
  server = await startTestHttpServer({
    publicUrl: "https://shop.example.com/shipping",
    explorers: true,
    routerSecrets: [secret],
    authenticate: async (headers) => {
      if (headers.authorization !== undefined) seen.push(headers.authorization);
      return headers.authorization === good ? someone : nobody;
    },
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  seen.length = 0;
});

/** All that comes back until the connection ends; "open" where it does not. */
function send(lines: string[], payload = body): Promise<{ status: number; text: string; isClosed: boolean }> {
  return new Promise((resolve) => {
    const socket = connect(server.port, "127.0.0.1");
    let text = "";
    const done = (isClosed: boolean) =>
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), text, isClosed });
    socket.on("data", (data) => {
      text += data;
      if (/\r\n\r\n[\s\S]/.test(text)) setTimeout(() => socket.destroy(), 100).unref();
    });
    socket.on("error", () => undefined).on("close", (hadError) => done(!hadError && text.includes("onnection: close")));
    socket.write(`${lines.join("\r\n")}\r\n\r\n${payload}`, "latin1");
  });
}

const headers = (more: Partial<typeof usual> = {}) => Object.values({ ...usual, ...more });

it("answers the request that all of these are variants of", async () => {
  const { status, text } = await send([post(), ...headers()]);
  expect([status, text]).toEqual([200, expect.stringContaining('{"data":{"me":"somebody"}}')]);
});

describe("a header that is there twice is refused, and nobody is asked who calls:", () => {
  it.each([
    "Host: evil.example.com",
    "host: localhost",
    "Authorization: Bearer other",
    "AUTHORIZATION: Bearer good",
    "Router-Authorization: wrong",
    "Content-Type: text/plain",
    "Content-Encoding: identity\r\nContent-Encoding: gzip",
    "Origin: https://a.example.com\r\nOrigin: https://shop.example.com",
    "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\ntraceparent: 00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "X-Request-Id: a\r\nX-Request-Id: b",
    "Idempotency-Key: a\r\nIdempotency-Key: b",
  ])("%j", async (more) => {
    for (const at of ["before", "after"]) {
      const lines = at === "before" ? [post(), more, ...headers()] : [post(), ...headers(), more];
      const { status, text, isClosed } = await send(lines);
      expect([status, isClosed]).toEqual([400, true]);
      expect(text).toMatch(/is there more than once.*BAD_REQUEST/);
    }
    expect(seen).toEqual([]);
  });

  it("behind thousands of other headers, too", async () => {
    const many = Array.from({ length: 2_500 }, (_, at) => `${at.toString(36)}:`);
    const { status, text } = await send([post(), ...headers(), ...many, "Authorization: Bearer other"]);
    expect([status, text]).toEqual([400, expect.stringContaining("authorization is there more than once")]);
  });
});

describe("a request of which nobody can say for sure where it ends is refused:", () => {
  const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  const te = (coding: string) => headers({ length: `Transfer-Encoding: ${coding}` });

  it.each<[string, string[], string]>([
    ["two lengths", [post(), ...headers(), "Content-Length: 5"], body],
    ["the same length twice", [post(), ...headers(), usual.length], body],
    ["a list of lengths", [post(), ...headers({ length: `Content-Length: ${body.length}, ${body.length}` })], body],
    ["a length and chunks", [post(), ...headers(), "Transfer-Encoding: chunked"], chunked],
    ["a coding below chunks", [post(), ...te("gzip, chunked")], chunked],
    ["chunks twice", [post(), ...te("chunked, chunked")], chunked],
    ["no coding", [post(), ...te("identity")], body],
    ["a coding that looks like chunks", [post(), ...te("xchunked")], chunked],
    ["chunks in HTTP/1.0", [post("/graphql", "1.0"), ...te("chunked")], chunked],
    ["a blank before the colon", [post(), ...headers({ length: `Content-Length : ${body.length}` })], body],
    ["a folded header", [post(), ...headers(), "X-Folded: a\r\n b"], body],
    ["a bare line feed", [post(), ...headers(), "X-A: b\nContent-Length: 5"], body],
    ["a bare carriage return", [post(), ...headers(), "X-A: b\rContent-Length: 5"], body],
    ["no host", [post(), ...headers().slice(1)], body],
    ["HTTP/2.0 in text", [post("/graphql", "2.0"), ...headers()], body],
  ])("%s", async (_, lines, payload) => {
    const { status, text } = await send(lines, payload);
    expect([status, text]).toEqual([400, expect.not.stringContaining("somebody")]);
    expect(seen).toEqual([]);
  });

  it("chunks are read all the same", async () => {
    const { status, text } = await send([post(), ...te("Chunked")], chunked);
    expect([status, text]).toEqual([200, expect.stringContaining("somebody")]);
  });
});

describe("what is not written as /graphql is not /graphql:", () => {
  it.each([
    "//graphql",
    "//x/graphql",
    "///graphql",
    "/\\x/graphql",
    "\\graphql",
    "http://localhost/graphql",
    "HTTP://evil.example.com/graphql",
    "http:/graphql",
    "x:graphql",
    "/./graphql",
    "/x/../graphql",
    "/x/%2e%2e/graphql",
    "/x/.%2E/graphql",
    "/%2e/graphql",
    "/x\\..\\graphql",
    "/graphql/",
    "/graphql/.",
    "/graphql//",
    "/graphql%2f",
    "/graphql%00",
    "/graphql;a=b",
    "/graphql#x",
    "/graphql\\",
    "/%67raphql",
    "/GraphQL",
    "/shipping//graphql",
    "/shipping//x/graphql",
    "/shipping/../graphql",
    "/shipping%2fgraphql",
    "*",
    "graphql",
    "?/graphql",
  ])("%s", async (target) => {
    const { status, text } = await send([post(target), ...headers(), "Connection: close"]);
    expect([400, 404]).toContain(status);
    expect(text).not.toContain("somebody");
    expect(seen).toEqual([]);
  });

  it("with a query it is, below the public URL's path as well", async () => {
    for (const target of ["/graphql", "/graphql?", "/graphql?a=//b/../c", "/shipping/graphql"])
      expect([target, (await send([post(target), ...headers(), "Connection: close"])).status]).toEqual([target, 200]);
  });
});
