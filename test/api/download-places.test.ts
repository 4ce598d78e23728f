import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { DownloadDoor } from "../../src/http/download-door.js";
import { LocalCounter } from "../../src/rate-limits/counter.js";
import { RateLimits } from "../../src/rate-limits/rate-limits.js";
import { scopes } from "../../src/security/scopes.js";
import type { LinkTarget } from "../../src/security/signed-links.js";
import { type FrontDoor, startFrontDoor } from "../access/front-door.js";
import { anUpload } from "../support/documents.js";
import { eventually } from "../support/eventually.js";
import { createGate } from "../support/http.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/** Files that are read are held until their clients have them: no tenant, and no link, takes what others need. */

let service: TestService;
let door: FrontDoor;
let ours: LinkTarget;
let theirs: LinkTarget;
let small: LinkTarget;
const sockets: Socket[] = [];

beforeAll(async () => {
  service = await startTestService();
  door = await startFrontDoor(service);
  for (const tenantId of [service.tenantId, service.otherTenantId]) await seedAccount(service, {}, { tenantId });
  ours = await fileOf(service.tenantId, megabyte);
  // No socket takes it unread.
  theirs = await fileOf(service.otherTenantId, 9 * megabyte);
  small = await fileOf(service.otherTenantId, megabyte);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(async () => {
  await door.stop();
  await service.close();
});

const megabyte = 1_048_576;

/** A document of so many bytes. */
async function fileOf(tenantId: string, bytes: number): Promise<LinkTarget> {
  const badge = await door.badge(tenantId, scopes, "");
  const input = anUpload({ fileName: `${bytes}.txt`, base64: Buffer.alloc(bytes, "x").toString("base64") });
  const { data } = await door.ask(
    badge,
    `mutation ($input: UploadShippingDocumentInput!) { uploadShippingDocument(input: $input) {
      document { file { url } } userErrors { code message } } }`,
    { input },
  );
  const { pathname, search } = new URL(data.uploadShippingDocument.document.file.url);
  return door.links.verify(pathname + search, new Date()) as LinkTarget;
}

const signedAt = Date.now();

/** Of the same file there are as many links as seconds in which one was asked for. */
const linkTo = (target: LinkTarget, secondsBefore = 0): string =>
  door.links.sign(target, new Date(signedAt - secondsBefore * 1_000)).url;

const links = (target: LinkTarget, count: number) => Array.from({ length: count }, (_, turn) => linkTo(target, turn));

/** Asks and takes nothing of the answer but its head. The status. */
async function openUnread(link: string, local = door.local): Promise<number> {
  const socket = connect(Number(new URL(local).port), "127.0.0.1").on("error", () => undefined);
  sockets.push(socket);
  socket.write(`GET ${link} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await once(socket, "readable");
  return Number(String(socket.read(12)).split(" ")[1]);
}

async function fetched(link: string, init: RequestInit = {}, local = door.local): Promise<[number, number]> {
  const response = await fetch(local + link, init);
  return [response.status, (await response.arrayBuffer()).byteLength];
}

const whole: [number, number] = [200, megabyte];
const dropped = () => {
  for (const socket of sockets.splice(0)) socket.destroy();
};

describe("Downloads of one tenant that nobody reads", () => {
  it("take its share and no other's, and give it back", async () => {
    const seen = await Promise.all(links(theirs, 10).map((link) => openUnread(link)));
    // 64 MB.
    expect(seen.filter((status) => status === 200)).toHaveLength(7);
    expect((await fetched(linkTo(theirs, 20)))[0]).toBe(503);
    expect(await fetched(linkTo(ours))).toEqual(whole);
    dropped();
    await eventually(async () => (await fetched(linkTo(theirs, 20)))[0] === 200);
  });
});

describe("A client that takes nothing of its file", () => {
  it("is cut, and gives its room back", async () => {
    const hasty = await startFrontDoor(service, { timeouts: { silentMs: 3_000 } });
    const link = linkTo(theirs);
    const look = async () => (await fetched(link, { method: "HEAD" }, hasty.local))[0];
    expect(await openUnread(link, hasty.local)).toBe(200);
    expect(await look()).toBe(503);
    await eventually(async () => (await look()) === 200);
    await hasty.stop();
  });
});

describe("A link that strangers have", () => {
  it("takes a part of its tenant's share, however many open it and whatever they write behind it", async () => {
    const leaked = linkTo(theirs);
    const seen = await Promise.all(Array.from({ length: 30 }, (_, turn) => openUnread(`${leaked}&again=${turn}`)));
    expect(seen.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(seen)).toEqual(new Set([200, 503]));
    expect(await fetched(linkTo(small))).toEqual(whole);
    expect(await fetched(linkTo(ours))).toEqual(whole);
    dropped();
    await eventually(async () => (await fetched(leaked))[0] === 200);
  });

  it("is answered so often a minute, and no other link less for it", async () => {
    const local = (policy: string, limit: number) => new LocalCounter(policy, limit);
    const none = { buyers: 0, staff: 0, entities: 0, anonymous: 0 };
    const counted = await startFrontDoor(service, { rateLimits: new RateLimits({ ...none, links: 2 }, local, local) });
    const open = (link: string) => fetched(link, { method: "HEAD" }, counted.local);
    const leaked = linkTo(small);
    for (const [suffix, status] of [
      ["", 200],
      ["&a=1", 200],
      ["", 429],
      ["&b=2", 429],
    ] as const)
      expect(await open(leaked + suffix)).toEqual([status, 0]);
    expect(await open(linkTo(small, 1))).toEqual([200, 0]);
    const { headers } = await fetch(counted.local + leaked);
    expect(headers.get("ratelimit-policy")).toBe(`"links";q=2;w=60`);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    await counted.stop();
  });

  it.each([
    ["HEAD", (link: string) => fetched(link, { method: "HEAD" }), [200, 0]],
    ["a part of it", (link: string) => fetched(link, { headers: { range: "bytes=0-9" } }), whole],
  ])("has its room again after %s", async (_, ask, answer) => {
    const link = linkTo(small, 2);
    for (let turn = 0; turn < 6; turn++) expect(await ask(link)).toEqual(answer);
    expect(await fetched(link)).toEqual(whole);
  });

  it("has its room again when clients go away before, while and after it is read", async () => {
    const link = linkTo(small, 3);
    for (const ms of [0, 0, 1, 2, 5, 10, 20, 50]) {
      const socket = connect(Number(new URL(door.local).port), "127.0.0.1").on("error", () => undefined);
      socket.write(`GET ${link} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      setTimeout(() => socket.destroy(), ms);
      await once(socket, "close");
    }
    await eventually(async () => (await fetched(link))[0] === 200);
    expect(await fetched(link)).toEqual(whole);
  });
});

describe("The door for downloads", () => {
  const of = (tenant: string, link = tenant) => ({
    ...{ party: { tenant, kind: "FILES" as const }, link },
    isGone: () => false,
  });
  const read = (bytes: number) => async () => bytes;
  const size = (bytes: number) => bytes;

  it("has memory for whoever comes, however many tenants' files are not taken", async () => {
    const busy = new DownloadDoor();
    const opened = [];
    for (let tenant = 0; tenant < 20; tenant++)
      for (let turn = 0; turn < 10; turn++)
        opened.push(await busy.open(of(`t${tenant}`, `${tenant}/${turn}`), read(8 * megabyte), size).catch(() => null));
    expect(busy.counts.bytes).toBeLessThan(256 * megabyte);
    const late = await busy.open(of("late"), read(megabyte), size);
    expect(late.file).toBe(megabyte);
    for (const each of [late, ...opened]) each?.close();
    expect(busy.counts).toEqual({ bytes: 0, links: 0 });
  });

  it("lets four of a tenant's files be read at once, and another's at once beside them", async () => {
    const busy = new DownloadDoor();
    const gate = createGate();
    let reading = 0;
    const slowly = async () => {
      reading += 1;
      await gate.pass();
      reading -= 1;
      return 1;
    };
    const opened = Array.from({ length: 12 }, (_, turn) => busy.open(of("busy", `link-${turn}`), slowly, size));
    await gate.arrived;
    await eventually(() => reading === 4);
    expect((await busy.open(of("other"), read(1), size)).file).toBe(1);
    expect(reading).toBe(4);
    gate.open();
    for (const { close } of await Promise.all(opened)) close();
  });

  it("keeps nothing of what could not be read, or whose client has gone before", async () => {
    const busy = new DownloadDoor();
    const failing = () => Promise.reject(new Error("The database is away."));
    await expect(busy.open(of("a"), failing, size)).rejects.toThrow("The database is away.");
    const gone = { ...of("a"), isGone: () => true };
    const unread = jest.fn(read(1));
    await expect(busy.open(gone, unread, size)).rejects.toMatchObject({ code: "OVERLOADED" });
    expect(unread).not.toHaveBeenCalled();
    expect(busy.counts).toEqual({ bytes: 0, links: 0 });
  });
});
