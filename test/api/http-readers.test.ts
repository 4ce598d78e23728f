import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Admission } from "../../src/admission/admission.js";
import { eventually } from "../support/eventually.js";
import { startTestHttpServer } from "../support/http.js";
import { patienceMs } from "../support/patience.js";

type Server = Awaited<ReturnType<typeof startTestHttpServer>>;

/** More than the buffers of two sockets hold. */
const large = Buffer.alloc(32 * 1_048_576);
const tenants = ["01990000-0000-7000-8000-0000000000a1", "01990000-0000-7000-8000-0000000000a2"] as const;
let files = 0;
const running: Server[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of running.splice(0)) await server.stop();
});

async function start(overrides: Parameters<typeof startTestHttpServer>[0]): Promise<Server> {
  const download = async ({ contentType, fileName }: { contentType: string; fileName: string }) => ({
    ...{ bytes: fileName === "large.pdf" ? large : Buffer.from("small"), contentType, fileName },
  });
  const server = await startTestHttpServer({ download, ...overrides });
  running.push(server);
  return server;
}

/** Each to a file of its own: one link has less of the memory than its tenant. */
function linkTo(server: Server, fileName: string, tenantId: string = tenants[0]): string {
  const target = { tenantId, kind: "labels", fileId: `lab_${files++}`, contentType: "application/pdf", fileName };
  const { url } = server.signer.sign(target, new Date());
  return url.slice(url.indexOf("/files/"));
}

/** A client that reads nothing unless told. */
function aClient(server: Server, localAddress = "127.0.0.1"): Socket {
  const socket = connect({ port: server.port, host: "127.0.0.1", localAddress });
  socket.on("error", () => undefined).pause();
  sockets.push(socket);
  return socket;
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/** Two large files are all that one tenant may have in memory. */
const isFull = async (server: Server) => (await server.get(linkTo(server, "small.pdf"))).status === 503;

/** What is being sent to this socket has been cut: it ends before it has all. */
async function bytesUntilCut(socket: Socket): Promise<number> {
  let bytes = 0;
  socket.on("data", (chunk) => {
    bytes += chunk.length;
  });
  if (!socket.destroyed) await once(socket.resume(), "close");
  return bytes;
}

const patient = { headersMs: patienceMs, requestMs: patienceMs };

it("a client that takes nothing of its answer is cut, and its place is free", async () => {
  const server = await start({
    timeouts: { ...patient, silentMs: 300 },
    admission: new Admission({ maxRequests: 10, maxQueued: 0, patienceMs }),
  });
  const clients = Array.from({ length: 2 }, () => aClient(server));
  for (const client of clients) client.write(get(linkTo(server, "large.pdf")));
  await eventually(() => isFull(server));
  await eventually(async () => !(await isFull(server)));
  // One that was cut is room enough: the other has its time too.
  await sleep(1_000);
  for (const client of clients) expect(await bytesUntilCut(client)).toBeLessThan(large.length);
});

it("a client that takes a little now and then is cut as well", async () => {
  const server = await start({ timeouts: { ...patient, silentMs: 1_000, slowestRate: large.length } });
  const client = aClient(server);
  client.write(get(linkTo(server, "large.pdf")));
  let taken = 0;
  const sip = setInterval(() => {
    taken += client.read(65_536)?.length ?? client.read()?.length ?? 0;
  }, 50);
  const startedAt = performance.now();
  await once(client, "close");
  clearInterval(sip);
  expect(taken).toBeGreaterThan(65_536);
  expect(taken).toBeLessThan(large.length);
  expect(performance.now() - startedAt).toBeGreaterThan(1_000);
});

it("a client that takes its time within the measure has all", async () => {
  const server = await start({ timeouts: { ...patient, silentMs: 5_000 } });
  const client = aClient(server);
  client.write(`${get(linkTo(server, "large.pdf")).trimEnd()}\r\nConnection: close\r\n\r\n`);
  expect(await bytesUntilCut(client)).toBeGreaterThan(large.length);
});

it("answers that stand behind an unread one keep no place once their client has gone", async () => {
  const admission = new Admission({ maxRequests: 8, maxQueued: 0, patienceMs });
  const server = await start({ timeouts: patient, admission });
  for (let round = 0; round < 3; round++) {
    const client = aClient(server);
    client.write(tenants.flatMap((tenant) => [1, 2].map(() => get(linkTo(server, "large.pdf", tenant)))).join(""));
    await eventually(() => isFull(server));
    client.destroy();
    await eventually(async () => !(await isFull(server)));
  }
  const statuses = await Promise.all(
    tenants.map(async (of) => (await server.get(linkTo(server, "small.pdf", of))).status),
  );
  expect([statuses, (await server.query("{ me }")).status]).toEqual([[200, 200], 200]);
});

it("a client that asks on and on and reads nothing is cut", async () => {
  const server = await start({ timeouts: patient });
  const client = aClient(server);
  client.write(get(linkTo(server, "large.pdf")) + get("/livez").repeat(1_000));
  expect(await bytesUntilCut(client)).toBeLessThan(large.length);
  const polite = aClient(server).resume();
  let text = "";
  polite.on("data", (chunk) => {
    text += chunk;
  });
  polite.write(get("/livez").repeat(10));
  await eventually(() => text.split("HTTP/1.1 200 OK").length === 11);
});

it("no address takes all connections, and nobody more than there are", async () => {
  const server = await start({ timeouts: patient, maxConnections: 10 });
  const opened = Array.from({ length: 8 }, () => aClient(server).resume());
  await eventually(() => opened.filter(({ destroyed }) => destroyed).length === 3);
  const other = aClient(server, "127.0.0.2").resume();
  const answered = once(other, "data");
  other.write(get("/livez"));
  expect(String((await answered)[0])).toContain("200 OK");
  for (const socket of opened) socket.destroy();
  await eventually(async () => (await server.get("/livez").catch(() => null))?.status === 200);
});
