import { execFile } from "node:child_process";
import { request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Pool } from "undici";
import { Admission } from "../../src/admission/admission.js";
import type { HttpServerOptions } from "../../src/http/http-options.js";
import { eventually } from "../support/eventually.js";
import { type Answer, createGate, nobody, someone, startTestHttpServer } from "../support/http.js";

type TestServer = Awaited<ReturnType<typeof startTestHttpServer>>;

const origin = "https://shop.example.com";
let admission: Admission;
let server: TestServer;
let release = () => {};

/** Every place is taken by a request of a tenant's that does not end, and none may wait. */
beforeEach(async () => {
  // Nothing more is let in with time: work waits as it is.
  admission = new Admission({ maxRequests: 1_000, maxQueued: 0, databaseWaitMs: () => 1_000 });
  const tenants = Array.from({ length: admission.counts.limit }, (_, each) => `tenant-${each}`);
  const working = await Promise.all(tenants.map((tenant) => admission.enter({ tenant, kind: "STAFF" })));
  release = () => {
    for (const { place, forget } of working.splice(0)) {
      place.leave();
      forget();
    }
  };
  server = await startTestHttpServer({ admission, corsOrigins: [origin], explorers: true });
});
afterEach(async () => {
  release();
  await server.stop();
});

const small = JSON.stringify({ query: "{ me }" });
/** More than a connection's buffers take, so that the client still sends when it is refused. */
const large = JSON.stringify({ query: "{ me }", padding: "x".repeat(12 * 1_048_576) });
const json = { "content-type": "application/json" };

describe("Too much to do", () => {
  it("is told before the body is read, as a GraphQL answer with a time to come back", async () => {
    const { status, headers, body } = await server.query("not even GraphQL {", { origin });
    expect(status).toBe(503);
    const seconds = Number(headers.get("retry-after"));
    expect([1, 2, 3, 4]).toContain(seconds);
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    expect(body).toEqual({
      errors: [
        {
          message: "The server has too much to do at the moment.",
          extensions: {
            ...{ code: "OVERLOADED", retryable: true, retryAfterSeconds: seconds },
            traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
          },
        },
      ],
    });
    expect(admission.counts.refused).toBe(1);
  });

  it("is told in a line of text where a file was asked for", async () => {
    const answer = await server.get("/files/labels/x");
    expect([answer.status, await answer.text()]).toEqual([503, "The server has too much to do at the moment.\n"]);
    expect(answer.headers.get("retry-after")).toMatch(/^[1-4]$/);
  });

  it("refuses neither health nor the explorer's page nor a preflight", async () => {
    const asked = { "access-control-request-headers": "content-type", origin };
    const answers = await Promise.all([
      server.get("/livez"),
      server.get("/readyz"),
      server.get("/"),
      server.get("/graphql", { method: "OPTIONS", headers: asked }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 204]);
  });

  it("is over when a place is free", async () => {
    release();
    expect((await server.query("{ me }")).status).toBe(200);
    expect(admission.counts).toMatchObject({ working: 0, queued: 0 });
    await eventually(() => admission.counts.underWay === 0);
  });
});

describe("A client that is refused while it still sends", () => {
  it.each([
    ["small", small],
    ["large", large],
  ])("sees the refusal with fetch: %s", async (_, body) => {
    for (let turn = 0; turn < 5; turn++) {
      const answer = await fetch(`${server.local}/graphql`, { method: "POST", headers: json, body });
      expect([answer.status, ((await answer.json()) as Answer).errors[0].extensions.code]).toEqual([503, "OVERLOADED"]);
    }
  });

  it.each([
    ["small", small],
    ["large", large],
  ])("sees the refusal with undici: %s", async (_, body) => {
    const pool = new Pool(server.local, { connections: 4 });
    const ask = async () => {
      const answer = await pool.request({ method: "POST", path: "/graphql", headers: json, body });
      return [answer.statusCode, ((await answer.body.json()) as never as { errors: unknown[] }).errors.length];
    };
    expect(await Promise.all(Array.from({ length: 12 }, ask))).toEqual(Array.from({ length: 12 }, () => [503, 1]));
    await pool.close();
  });

  it.each([
    ["with a length", []],
    ["in chunks", ["-H", "Transfer-Encoding: chunked"]],
    ["without asking whether it may", ["-H", "Expect:"]],
  ])("sees the refusal with curl, %s", async (_, more) => {
    const args = ["-s", "-w", "\n%{http_code} %{exitcode}", "-H", "content-type: application/json", ...more];
    const curl = promisify(execFile)("curl", [...args, "--data-binary", "@-", `${server.local}/graphql`]);
    curl.child.stdin?.on("error", () => undefined).end(large);
    const { stdout } = await curl;
    expect(stdout).toContain("OVERLOADED");
    expect(stdout).toMatch(/\n503 0$/);
  });

  it("keeps its connection when its body was small", async () => {
    const socket = connect(server.port, "127.0.0.1");
    const head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    let seen = "";
    socket.on("data", (chunk) => {
      seen += chunk;
    });
    const refusals = () => seen.split("HTTP/1.1 503").length - 1;
    for (const count of [1, 2, 3]) {
      socket.write(`${head}Content-Length: ${small.length}\r\n\r\n${small.slice(0, 5)}`);
      await eventually(() => refusals() === count);
      socket.write(small.slice(5));
    }
    expect(seen).not.toMatch(/connection: close/i);
    socket.destroy();
  });

  it("is cut when it sends on and on", async () => {
    const ended = new Promise<string>((resolve) => {
      const client = httpRequest(`${server.local}/graphql`, { method: "POST", headers: json });
      const sending = setInterval(() => client.write("x".repeat(65_536)), 5);
      client.on("response", (response) => {
        response.resume();
        response.on("close", () => undefined);
      });
      client.on("error", () => undefined);
      client.on("close", () => {
        clearInterval(sending);
        resolve("cut");
      });
      client.flushHeaders();
    });
    expect(await ended).toBe("cut");
  });
});

describe("A client that sends its body slowly", () => {
  it("keeps nobody else waiting", async () => {
    release();
    const sockets = Array.from({ length: 40 }, () => connect(server.port, "127.0.0.1").on("error", () => undefined));
    const head =
      "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{";
    for (const socket of sockets) {
      socket.write(head);
      await sleep(20);
    }
    await eventually(() => admission.counts.underWay === 40 && admission.counts.working === 0);
    expect((await server.query("{ me }")).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await eventually(() => admission.counts.underWay === 0);
  });
});

/** The router alone may send a body without one: to read the SDL. */
describe("Callers without a token", () => {
  const secret = "the-router-and-nobody-else-knows-this";
  const fromRouter = { "router-authorization": secret };
  const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nRouter-Authorization: ${secret}\r\n`;
  const token = { ...fromRouter, authorization: "Bearer of-somebody" };
  const sockets: Socket[] = [];
  const authenticate: HttpServerOptions["authenticate"] = async ({ authorization }) =>
    authorization === undefined ? nobody : someone;
  let strict: TestServer;
  let counted: Admission;

  async function startWith(maxRequests: number): Promise<void> {
    counted = new Admission({ maxRequests, maxQueued: 0 });
    strict = await startTestHttpServer({ admission: counted, authenticate, routerSecrets: [secret] });
  }
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await strict.stop();
  });

  /** Sends a part of a body and keeps the rest; what is answered is told. */
  function begin(length: number, part: string): { seen: string } {
    const told = { seen: "" };
    const socket = connect(strict.port, "127.0.0.1").on("error", () => undefined);
    socket.on("data", (chunk) => {
      told.seen += chunk;
    });
    socket.write(`${head}Content-Length: ${length}\r\n\r\n${part}`);
    sockets.push(socket);
    return told;
  }

  it("have a quarter of the room, and leave the rest to those with one", async () => {
    await startWith(16);
    for (let each = 0; each < 4; each++) begin(500, "{");
    await eventually(() => counted.counts.strangers === 4 && counted.counts.working === 0);
    expect((await strict.query("{ __typename }", fromRouter)).body.errors[0].extensions.code).toBe("OVERLOADED");
    expect((await strict.query("{ me }", token)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await eventually(() => counted.counts.strangers === 0);
    expect((await strict.query("{ __typename }", fromRouter)).status).toBe(200);
    await eventually(() => counted.counts.underWay === 0);
    expect(counted.counts.strangers).toBe(0);
  });

  it("cannot fill the memory for bodies that those with one need", async () => {
    await startWith(400);
    const told = Array.from({ length: 80 }, () => begin(1_000_001, "x".repeat(1_000_000)));
    await eventually(() => told.filter(({ seen }) => seen.includes("OVERLOADED")).length >= 70);
    expect((await strict.query("{ me }", token)).status).toBe(200);
  });
});

describe("A client that was answered before it has sent its body", () => {
  it("holds no room while it is listened to", async () => {
    release();
    const answered = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const socket = connect(server.port, "127.0.0.1").on("error", () => undefined);
        const told = { seen: "", isClosed: false, socket };
        socket.on("data", (chunk) => {
          told.seen += chunk;
        });
        socket.on("close", () => {
          told.isClosed = true;
        });
        socket.write("GET /files/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n");
        await eventually(() => told.seen.includes("403"));
        return told;
      }),
    );
    await eventually(() => admission.counts.underWay === 0);
    expect(answered.map(({ isClosed }) => isClosed)).toEqual(answered.map(() => false));
    for (const { socket } of answered) socket.destroy();
  });
});

describe("An issuer of tokens that does not answer", () => {
  it("keeps nobody else waiting", async () => {
    release();
    const gate = createGate();
    const authenticate: HttpServerOptions["authenticate"] = async ({ authorization }) => {
      if (authorization === "Bearer new-key") await gate.pass();
      return someone;
    };
    const strict = await startTestHttpServer({ admission, authenticate });
    const waiting = Array.from({ length: 16 }, () => strict.query("{ me }", { authorization: "Bearer new-key" }));
    await eventually(() => admission.counts.underWay === 16 && admission.counts.working === 0);
    expect((await strict.query("{ me }")).status).toBe(200);
    gate.open();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 200));
    await strict.stop();
  });
});
