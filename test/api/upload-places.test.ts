import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createContext } from "../../src/context.js";
import type { SendingLimits } from "../../src/http/body-reader.js";
import { UploadDoor } from "../../src/http/upload-door.js";
import { scopes } from "../../src/security/scopes.js";
import { anUpload, uploadDocument } from "../support/documents.js";
import { eventually } from "../support/eventually.js";
import { someone, startTestHttpServer } from "../support/http.js";
import { patienceMs } from "../support/patience.js";
import { seedAccount } from "../support/seed.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";

/** Bodies take memory and time: no tenant keeps the others' out, however slowly it sends. */

let service: TestService;
let server: Awaited<ReturnType<typeof startTestHttpServer>>;
const sockets: Socket[] = [];

beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  await seedAccount(service, {}, { tenantId: service.otherTenantId });
  server = await startWith({ silentMs: patienceMs, slowestRate: 1 });
});
const startWith = (sending: SendingLimits) =>
  startTestHttpServer({
    schema: service.schema,
    createContext: (by) =>
      createContext(by, { deps: service.deps, log: silentLog, signLink: () => ({ url: "", expiresAt: "" }) }),
    // The token is the tenant.
    authenticate: async ({ authorization }) => ({
      ...{ ...someone, scopes: new Set(scopes) },
      tenantId: String(authorization),
    }),
    sending,
  });
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(async () => {
  await server.stop();
  await service.close();
});

interface Sender {
  socket: Socket;
  /** What was answered so far. */
  seen: string;
  isClosed: boolean;
}

/** Announces a body, sends a part of it, and keeps the rest. */
function begin(tenantId: string, bytes: number, part = "", port = server.port): Sender {
  const socket = connect(port, "127.0.0.1").on("error", () => undefined);
  const sender = { socket, seen: "", isClosed: false };
  socket.on("data", (chunk) => {
    sender.seen += chunk;
  });
  socket.on("close", () => {
    sender.isClosed = true;
  });
  const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${tenantId}\r\nContent-Type: application/json\r\n`;
  socket.write(`${head}Content-Length: ${bytes}\r\n\r\n${part}`);
  sockets.push(socket);
  return sender;
}

const megabyte = 1_048_576;
const large = () => anUpload({ fileName: "large.txt", base64: Buffer.alloc(2 * megabyte, "x").toString("base64") });
async function upload(tenantId: string): Promise<unknown[]> {
  const { status, body } = await server.query(uploadDocument, { authorization: tenantId }, { input: large() });
  return [status, body.data?.uploadShippingDocument.userErrors];
}

/** So many bytes every 50 ms, until the connection is closed. */
function drip(sender: Sender, bytes: number): void {
  const sending = setInterval(() => sender.socket.write("x".repeat(bytes)), 50);
  sender.socket.on("close", () => clearInterval(sending));
}

const statusesOf = (senders: Sender[]) => senders.map(({ seen }) => Number(seen.split(" ")[1]));
const allClosed = (senders: Sender[]) => eventually(() => senders.every(({ isClosed }) => isClosed));

describe("Uploads of one tenant", () => {
  it("that send nothing leave others their places", async () => {
    const idle = Array.from({ length: 24 }, () => begin(service.otherTenantId, 5 * megabyte));
    await eventually(() => idle.every(({ socket }) => !socket.connecting));
    expect(await upload(service.tenantId)).toEqual([200, []]);
    expect(statusesOf(idle).filter((status) => status === 408)).toEqual([]);
  });

  it("that send nothing are cut, and told why", async () => {
    const hasty = await startWith({ silentMs: 300, slowestRate: 1 });
    const idle = Array.from({ length: 12 }, () => begin(service.otherTenantId, 5 * megabyte, "", hasty.port));
    await allClosed(idle);
    expect(statusesOf(idle)).toEqual(idle.map(() => 408));
    expect(idle[0]?.seen).toMatch(/"message":"The body came too slowly.","extensions":{"code":"BAD_REQUEST"/);
    await hasty.stop();
  });

  it("that come by drops are cut as well, and one that comes steadily is not", async () => {
    const hasty = await startWith({ silentMs: 400, slowestRate: 200_000 });
    const dripping = Array.from({ length: 8 }, () => begin(service.otherTenantId, 5 * megabyte, "", hasty.port));
    for (const each of dripping) drip(each, 5_000);
    const text = JSON.stringify({ query: uploadDocument, variables: { input: large() } });
    const steady = begin(service.tenantId, text.length, "", hasty.port);
    for (let at = 0; at < text.length; at += 200_000) {
      steady.socket.write(text.slice(at, at + 200_000));
      await sleep(100);
    }
    await eventually(() => steady.seen.includes("userErrors"));
    expect(statusesOf([steady])).toEqual([200]);
    await allClosed(dripping);
    expect(new Set(statusesOf(dripping))).toEqual(new Set([408]));
    await hasty.stop();
  });

  it("may have eight places at once, and still leave one to whoever comes", async () => {
    const door = new UploadDoor();
    const of = (tenantId: string) => door.passFor({ ...someone, tenantId });
    const taken: string[] = [];
    const first = Array.from({ length: 12 }, () => of(service.tenantId));
    const waiting = first.map((pass) => pass.enter().then(() => taken.push("first")));
    await eventually(() => taken.length === 8);
    const second = of(service.otherTenantId);
    await second.enter();
    expect(first.filter(({ isInside }) => isInside)).toHaveLength(8);
    for (const pass of first.filter(({ isInside }) => isInside)) pass.leave();
    await Promise.all(waiting);
    expect(taken).toHaveLength(12);
  });

  it("whose clients go away while they wait take no place", async () => {
    const door = new UploadDoor();
    const passes = () => Array.from({ length: 8 }, () => door.passFor({ ...someone, tenantId: service.tenantId }));
    const [inside, gone, next] = [passes(), passes(), passes()];
    for (const pass of inside) await pass.enter();
    const waits = gone.map((pass) => pass.enter());
    for (const pass of [...gone, ...inside]) pass.leave();
    await Promise.all(waits);
    for (const pass of next) void pass.enter();
    await sleep(0);
    expect(next.map(({ isInside }) => isInside)).toEqual(next.map(() => true));
  });

  it("are let in again once others have gone, been answered or given up", async () => {
    const gone = Array.from({ length: 24 }, () => begin(service.otherTenantId, 5 * megabyte, "x".repeat(1_100_000)));
    await eventually(() => gone.every(({ socket }) => !socket.connecting));
    for (const { socket } of gone) socket.destroy();
    expect(await upload(service.otherTenantId)).toEqual([200, []]);
  });
});

describe("Other bodies of one tenant", () => {
  it("that stay unfinished leave others memory for theirs", async () => {
    const part = "x".repeat(1_000_000);
    const unfinished = Array.from({ length: 90 }, () => begin(service.otherTenantId, part.length + 1, part));
    await eventually(() => unfinished.filter(({ seen }) => seen.includes("OVERLOADED")).length >= 30);
    const padding = { padding: "x".repeat(900_000) };
    const { status } = await server.query("{ __typename }", { authorization: service.tenantId }, padding);
    expect(status).toBe(200);
  });

  it("that fall silent are cut", async () => {
    const hasty = await startWith({ silentMs: 300, slowestRate: 1 });
    const silent = begin(service.otherTenantId, 500, "{", hasty.port);
    await allClosed([silent]);
    expect(statusesOf([silent])).toEqual([408]);
    await hasty.stop();
  });
});
