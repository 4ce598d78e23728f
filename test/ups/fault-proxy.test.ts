import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../support/eventually.js";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy.js";
import { headersOf, isWhole } from "../support/toxics.js";

const body = "0123456789".repeat(20);

/** A server whose answers are known, and what reached it. */
let served: string[];
let server: Server;
let proxy: FaultProxy;
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      served.push(`${request.method} ${request.url} ${Buffer.concat(chunks)}`);
      response.writeHead(200, { "content-length": body.length }).end(body);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
beforeEach(async () => {
  served = [];
  proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(() => proxy.close());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

interface Seen {
  text: string;
  end: "OPEN" | "CLOSED" | "RESET";
  firstMs: number;
  bytes: number;
}

const post = "POST /one HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nbody";
const isAnswered = ({ text }: Seen) => isWhole(Buffer.from(text, "latin1"));

/** One exchange as a socket sees it, until the connection ends, or `quietMs` after what is seen is enough. */
async function talk(request = post, isEnough: (seen: Seen) => boolean = isAnswered, quietMs = 50) {
  const begin = performance.now();
  const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1").setNoDelay();
  const seen: Seen = { text: "", end: "OPEN", firstMs: 0, bytes: 0 };
  socket.write(request);
  socket.on("data", (chunk) => {
    seen.firstMs ||= performance.now() - begin;
    seen.bytes += chunk.length;
    if (seen.text.length < 10_000) seen.text += chunk.toString("latin1");
  });
  socket.on("end", () => {
    seen.end = "CLOSED";
  });
  socket.on("error", () => {
    seen.end = "RESET";
  });
  const closed = new Promise((resolve) => socket.once("close", resolve));
  const isOver = () => socket.destroyed || isEnough(seen);
  await eventually(isOver);
  await Promise.race([closed, sleep(quietMs)]);
  socket.destroy();
  await closed;
  return { ...seen, answer: seen.text.slice(headersOf(Buffer.from(seen.text))) };
}
const whole = ["POST /one body"];

it("passes untouched what nobody spoils, request after request of one connection", async () => {
  const get = "GET /two HTTP/1.1\r\nhost: x\r\n\r\n";
  for (const path of ["/one", "/two"]) expect(await (await fetch(`${proxy.url}${path}`)).text()).toBe(body);
  expect(await talk(get.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n"))).toMatchObject({ answer: body });
  expect(proxy.seen).toEqual(["GET /one HTTP/1.1", "GET /two HTTP/1.1", "GET /two HTTP/1.1"]);
  expect(served).toEqual(["GET /one ", "GET /two ", "GET /two "]);
});

it("spoils one exchange, or all until it heals", async () => {
  proxy.cutNext("POST /one", { kind: "RESET" });
  expect([await talk(), await talk()].map(({ end }) => end)).toEqual(["RESET", "OPEN"]);
  proxy.spoil("POST", { kind: "RESET" });
  expect([await talk(), await talk()].map(({ end }) => end)).toEqual(["RESET", "RESET"]);
  proxy.heal();
  expect(await talk()).toMatchObject({ end: "OPEN", answer: body });
});

it("LATENCY keeps the whole answer back for a time", async () => {
  proxy.cutNext("", { kind: "LATENCY", ms: 150 });
  const { answer, firstMs } = await talk();
  expect(answer).toBe(body);
  expect(firstMs).toBeGreaterThanOrEqual(145);
});

it("TIMEOUT lets the server work and never says anything", async () => {
  proxy.cutNext("", { kind: "TIMEOUT" });
  const isServed = () => served.length > 0;
  expect(await talk(post, isServed, 300)).toMatchObject({ end: "OPEN", bytes: 0 });
  expect(served).toEqual(whole);
});

it("RESET lets the server work and resets", async () => {
  proxy.cutNext("", { kind: "RESET" });
  expect(await talk()).toMatchObject({ end: "RESET", bytes: 0 });
  expect(served).toEqual(whole);
});

it("HALF_CLOSE lets the server work and ends without an answer", async () => {
  proxy.cutNext("", { kind: "HALF_CLOSE" });
  expect(await talk()).toMatchObject({ end: "CLOSED", bytes: 0 });
  expect(served).toEqual(whole);
});

it("LIMIT_DATA ends the connection after so many bytes", async () => {
  proxy.cutNext("", { kind: "LIMIT_DATA", bytes: 30 });
  expect(await talk()).toMatchObject({ end: "CLOSED", bytes: 30 });
});

it("BANDWIDTH lets an answer trickle", async () => {
  proxy.cutNext("", { kind: "BANDWIDTH", bytesPerSecond: 400 });
  const { bytes } = await talk(post, (seen) => seen.bytes > 0, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(body.length);
});

it("ANSWER answers in the server's place", async () => {
  proxy.cutNext("", { kind: "ANSWER", status: 308, headers: { location: "http://elsewhere.example/" }, body: "moved" });
  const { text, answer } = await talk();
  expect([text.split("\r\n")[0], answer]).toEqual(["HTTP/1.1 308 Toxic", "moved"]);
  expect(text).toContain("location: http://elsewhere.example/");
  expect(served).toEqual([]);
});

it("HUGE_BODY sends as many megabytes as it says", async () => {
  proxy.cutNext("", { kind: "HUGE_BODY", megabytes: 100 });
  expect((await talk()).bytes).toBeGreaterThan(100 * 1024 * 1024);
  expect(served).toEqual([]);
});

it("cuts a connection before it is used, inside a request, and inside an answer", async () => {
  proxy.cutNext("", { of: "CONNECTION", how: "RESET" });
  expect(await talk()).toMatchObject({ end: "RESET", bytes: 0 });
  expect(proxy.seen).toEqual([]);
  proxy.cutNext("", { of: "REQUEST", how: "RESET", at: (message) => message.length - 1 });
  expect(await talk()).toMatchObject({ end: "RESET", bytes: 0 });
  expect(served).toEqual([]);
  proxy.cutNext("", { of: "RESPONSE", how: "END", at: headersOf });
  expect(await talk()).toMatchObject({ end: "CLOSED", answer: "" });
  expect(served).toEqual(whole);
});

it("refuses connections when told to", async () => {
  await proxy.stopListening();
  await expect(fetch(proxy.url)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
});
