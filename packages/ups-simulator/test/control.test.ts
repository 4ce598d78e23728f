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
