import { createHmac } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { AppError } from "../../src/errors.js";
import { createLinkSigner } from "../../src/security/signed-links.js";
import { eventually } from "../support/eventually.js";
import { startTestHttpServer } from "../support/http.js";

const bytes = Buffer.from("%PDF-1.7 not really");
const large = Buffer.alloc(32 * 1_048_576);
const now = new Date("2026-03-01T12:00:00Z");
const target = {
  tenantId: "01990000-0000-7000-8000-0000000000a1",
  kind: "labels",
  fileId: "lab_1",
  contentType: "application/pdf",
  fileName: "1Z 0001 “ü”.pdf",
};
const pastPrefix = (url: string) => url.slice(url.indexOf("/files/"));

let server: Awaited<ReturnType<typeof startTestHttpServer>>;
const clock = { now };
const origin = "https://shop.example.com";
const asked: unknown[] = [];

beforeAll(async () => {
  server = await startTestHttpServer({
    now: () => clock.now,
    corsOrigins: [origin],
    download: async (wanted) => {
      asked.push(wanted);
      const { contentType, fileName } = wanted;
      if (wanted.fileId === "lab_later") throw new AppError("DATABASE_UNAVAILABLE", "Try again in a few seconds.");
      if (wanted.fileId === "lab_large") return { bytes: large, contentType, fileName };
      return wanted.fileId === "lab_1" ? { bytes, contentType, fileName } : null;
    },
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  asked.length = 0;
  clock.now = now;
});

describe("a signed link", () => {
  it("downloads its file, which no browser shows, guesses at or keeps", async () => {
    const response = await server.get(pastPrefix(server.signer.sign(target, now).url));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "content-disposition": `attachment; filename="1Z 0001 ___.pdf"; filename*=UTF-8''1Z%200001%20%E2%80%9C%C3%BC%E2%80%9D.pdf`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(asked).toEqual([target]);
  });

  it("says to a page, too, when to come back while the database is away", async () => {
    const link = pastPrefix(server.signer.sign({ ...target, fileId: "lab_later" }, now).url);
    const { status, headers } = await server.get(link, { headers: { origin } });
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    expect(headers.get("access-control-expose-headers")).toBe("retry-after, x-request-id, ratelimit, ratelimit-policy");
  });

  it("is read no more while clients do not take what was read, and again when they have gone", async () => {
    const sign = (fileId: string, tenantId = target.tenantId, secondsAgo = 0) =>
      pastPrefix(server.signer.sign({ ...target, fileId, tenantId }, new Date(now.getTime() - secondsAgo * 1000)).url);
    const sockets = Array.from({ length: 2 }, () => connect(server.port, "127.0.0.1"));
    for (const [turn, socket] of sockets.entries())
      socket.write(`GET ${sign("lab_large", target.tenantId, turn)} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await Promise.all(sockets.map((socket) => once(socket, "readable")));
    const { status, headers } = await server.get(sign("lab_1"));
    expect([status, headers.get("retry-after")]).toEqual([503, expect.stringMatching(/^[1-4]$/)]);
    expect(asked).toHaveLength(2);
    expect((await server.get(sign("lab_1", "01990000-0000-7000-8000-0000000000a2"))).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await eventually(async () => (await server.get(sign("lab_1"))).status === 200);
  });

  it("tells size and type for HEAD without the bytes", async () => {
    const response = await server.get(pastPrefix(server.signer.sign(target, now).url), { method: "HEAD" });
    expect([response.status, response.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });

  it("is refused when altered, expired, of another key or missing, and nothing is loaded", async () => {
    const link = pastPrefix(server.signer.sign(target, now).url);
    const foreignKey = { id: "l1", bytes: createHmac("sha256", "other").digest() };
    const foreign = pastPrefix(createLinkSigner("", [foreignKey]).sign(target, now).url);
    const links = [link.slice(0, -1), link.replace(".pdf?", ".html?"), foreign, "/files/a.pdf", "/files/"];
    const answers = await Promise.all(links.map((bad) => server.get(bad)));
    clock.now = new Date("2026-03-01T12:05:00Z");
    answers.push(await server.get(link));
    expect(answers.map(({ status }) => status)).toEqual(links.concat("expired").map(() => 403));
    for (const answer of answers) {
      expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(await answer.text()).toBe("This link is not valid or has expired. Ask for a new one.\n");
    }
    expect(asked).toEqual([]);
  });

  it("says when its file is gone", async () => {
    const link = pastPrefix(server.signer.sign({ ...target, fileId: "lab_2" }, now).url);
    expect((await server.get(link)).status).toBe(404);
  });

  it("only reads", async () => {
    const response = await server.get(pastPrefix(server.signer.sign(target, now).url), { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});
