import { request } from "node:http";
import { startSimulator } from "../src/start-simulator.js";
import { ownAccount, rateRequest, shipRequest } from "./requests.js";
import { askToken, ratePath, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterEach(() => ups.simulator.close());

it("lists the requests it saw, with ids, outcome and body", async () => {
  await ups.control.clearRequests();
  const body = rateRequest();
  await ups.post(`${ratePath}?additionalinfo=`, body);
  expect(await ups.control.requests()).toEqual([
    {
      method: "POST",
      path: `${ratePath}?additionalinfo=`,
      operation: "RATE",
      at: "2026-03-02T15:00:00.000Z",
      transId: "0123456789abcdef0123456789abcdef",
      transactionSrc: "simulator-tests",
      backendTransactionId: expect.stringMatching(/^sim[0-9a-f]{20}$/),
      status: 200,
      fault: null,
      body,
    },
  ]);
});

it("keeps no secret of a request: neither the secret nor the token", async () => {
  const token = (await askToken(ups.simulator.url, "client", "very-secret-value")).body.access_token;
  await ups.post(ratePath, rateRequest(), token);
  const kept = JSON.stringify(await ups.control.requests());
  expect(kept).not.toContain("very-secret-value");
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(Buffer.from("client:very-secret-value").toString("base64"));
});

it("forgets the oldest of more than a thousand requests", async () => {
  for (let round = 0; round < 21; round += 1) {
    await Promise.all(Array.from({ length: 50 }, () => ups.get("/api/nowhere")));
  }
  expect(await ups.control.requests()).toHaveLength(1000);
});

it("sets and advances the clock", async () => {
  await ups.control.setClock("2026-07-01T10:00:00+02:00");
  expect(await ups.control.now()).toBe("2026-07-01T08:00:00.000Z");
  await ups.control.advanceClock(90);
  expect(await ups.control.now()).toBe("2026-07-01T08:01:30.000Z");
});

it("books behind the app's back", async () => {
  const entry = await ups.control.bookBehindTheBack({ shipperNumber: ownAccount, reference: "PBACK" });
  expect(await ups.control.ledger()).toEqual([entry]);
  expect(entry).toMatchObject({ shipperNumber: ownAccount, references: ["PBACK"], serviceCode: "03", voidedAt: null });
});

it("listens on loopback only and answers control to loopback names only", async () => {
  await expect(startSimulator({ host: "0.0.0.0" })).rejects.toThrow(/loopback/);
  const status = await new Promise((resolve) => {
    const url = `${ups.simulator.url}/_control/ledger`;
    request(url, { headers: { host: "rebound.example.com" } }, (answer) => resolve(answer.statusCode)).end();
  });
  expect(status).toBe(403);
});

describe("a page of others", () => {
  const fault = JSON.stringify({ operation: "SHIP", kind: "HANG" });
  const json = { "content-type": "application/json" };

  /** As a browser sends it: with headers that `fetch` does not let a program set. */
  const send = (method: string, path: string, headers: Record<string, string>, body = fault) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request(`${ups.simulator.url}${path}`, { method, headers }, (answer) => {
        let text = "";
        answer.on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      sent.on("error", reject).end(method === "POST" ? body : "");
    });

  const origins = ["https://evil.example.com", "http://localhost:3000", "http://127.0.0.1:1", "null", "file://"];

  it.each(origins)("of %s steers nothing, reads nothing and ships nothing", async (origin) => {
    for (const [method, path] of [
      ["POST", "/_control/faults"],
      ["DELETE", "/_control/requests"],
      ["GET", "/_control/ledger"],
      ["POST", "/security/v1/oauth/token"],
      ["POST", shipPath],
    ] as const)
      expect([path, (await send(method, path, { ...json, origin })).status]).toEqual([path, 403]);
    expect((await ups.control.requests()).map(({ operation }) => operation)).toEqual(["TOKEN"]);
  });

  it("is told by where a browser says that it is from, too", async () => {
    for (const site of ["cross-site", "same-site"])
      expect((await send("GET", "/_control/ledger", { "sec-fetch-site": site })).status).toBe(403);
    for (const site of ["same-origin", "none"])
      expect((await send("GET", "/_control/ledger", { "sec-fetch-site": site })).status).toBe(200);
    const origin = ups.simulator.url;
    expect((await send("POST", "/_control/release", { ...json, origin }, "{}")).status).toBe(200);
    expect(
      (await send("GET", "/_control/ledger", { host: "evil.example.com", origin: "http://evil.example.com" })).status,
    ).toBe(403);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", ""])(
    "sends no %j that steers anything, not even without saying where it is from",
    async (type) => {
      const paths = [
        "faults",
        "release",
        "clock",
        "prices",
        "throttle",
        "shipments",
        "tracking",
        "journeys",
        "access-points",
      ];
      for (const path of paths) {
        const headers: Record<string, string> = type === "" ? {} : { "content-type": type };
        expect([path, (await send("POST", `/_control/${path}`, headers)).status]).toEqual([path, 415]);
      }
      const start = await ups.control.now();
      expect(start).toBe("2026-03-02T15:00:00.000Z");
      expect((await ups.post(shipPath, shipRequest())).status).toBe(200);
    },
  );

  it("is refused before its body is read", async () => {
    const sent = request(`${ups.simulator.url}/_control/faults`, {
      method: "POST",
      headers: { ...json, origin: "https://evil.example.com", "content-length": "1000000" },
    });
    const status = await new Promise((resolve) => {
      sent.on("response", (answer) => resolve(answer.statusCode)).on("error", () => undefined);
      sent.write("{");
    });
    sent.destroy();
    expect(status).toBe(403);
  });
});

it("closes though a request hangs, and twice without harm", async () => {
  await ups.control.addFault({ operation: "SHIP", kind: "HANG" });
  const hanging = expect(ups.post(shipPath, shipRequest())).rejects.toThrow("fetch failed");
  await ups.met("HANG");
  await ups.simulator.close();
  await ups.simulator.close();
  await hanging;
});

it("says when its port is taken", async () => {
  const port = Number(new URL(ups.simulator.url).port);
  await expect(startSimulator({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
