import { rateRequest } from "./requests.js";
import { askToken, errorCode, ratePath, type SimulatedUps, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());
afterEach(() => ups.control.setClock("2026-03-02T15:00:00Z"));

it("issues a token in UPS's shape, all values text", async () => {
  const { status, body } = await askToken(ups.simulator.url, "my-app", "my-secret");
  expect(status).toBe(200);
  expect(body).toEqual({
    token_type: "Bearer",
    issued_at: String(Date.parse("2026-03-02T15:00:00Z")),
    client_id: "my-app",
    access_token: expect.stringMatching(/^sim\./),
    scope: "",
    expires_in: "14399",
    refresh_count: "0",
    status: "approved",
  });
});

it("lets a token expire on the simulator's clock", async () => {
  const token = await ups.token();
  await ups.control.advanceClock(14_398);
  expect((await ups.post(ratePath, rateRequest(), token)).status).toBe(200);
  await ups.control.advanceClock(1);
  const late = await ups.post(ratePath, rateRequest(), token);
  expect([late.status, errorCode(late)]).toEqual([401, "251004"]);
});

it("refuses a token it never issued and a call without one", async () => {
  const foreign = await ups.post(ratePath, rateRequest(), "sim.foreign");
  expect([foreign.status, errorCode(foreign)]).toEqual([401, "250002"]);
  const bare = await fetch(ups.simulator.url + ratePath, { method: "POST", body: "{}" });
  expect(bare.status).toBe(401);
  expect(await bare.json()).toEqual({ response: { errors: [{ code: "UJ0001", message: expect.any(String) }] } });
});

it("refuses empty credentials and another grant", async () => {
  expect(errorCode(await askToken(ups.simulator.url, "", "secret"))).toBe("10401");
  expect(errorCode(await askToken(ups.simulator.url, "client", ""))).toBe("10401");
  const headers = { authorization: `Basic ${Buffer.from("a:b").toString("base64")}` };
  const url = `${ups.simulator.url}/security/v1/oauth/token`;
  const answer = await fetch(url, { method: "POST", headers, body: new URLSearchParams({ grant_type: "password" }) });
  expect(answer.status).toBe(400);
});

it("has the token outside /api and everything else inside", async () => {
  expect((await ups.post("/api/security/v1/oauth/token", {})).status).toBe(404);
  expect((await ups.post("/rating/v2409/rate", rateRequest())).status).toBe(404);
  expect((await ups.get(ratePath)).status).toBe(405);
});
