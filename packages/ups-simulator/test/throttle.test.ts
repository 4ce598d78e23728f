import { CallCounts } from "../src/faults/call-counts.js";
import { rateRequest } from "./requests.js";
import { ratePath, type SimulatedUps, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps();
});
afterAll(() => ups.simulator.close());
afterEach(() => ups.control.setThrottle({ perSecond: null }));

it("answers 429 above so many calls of an app, and no other app", async () => {
  const [busy, quiet] = [await ups.token("busy"), await ups.token("quiet")];
  await ups.control.clearCalls();
  await ups.control.setThrottle({ perSecond: 3, retryAfter: "7" });
  const rates = await Promise.all(Array.from({ length: 5 }, () => ups.post(ratePath, rateRequest(), busy)));
  const other = await ups.post(ratePath, rateRequest(), quiet);
  expect(rates.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
  const refused = rates.find(({ status }) => status === 429);
  expect([refused?.headers.get("retry-after"), refused?.body.response.errors[0].code]).toEqual(["7", "10429"]);
  expect(other.status).toBe(200);
  const counted = { calls: 5, refused: 2 };
  expect(await ups.control.calls()).toEqual([
    { clientId: "busy", ...counted, mostPerSecond: 3, byOperation: { RATE: counted } },
    { clientId: "quiet", calls: 1, refused: 0, mostPerSecond: 1, byOperation: { RATE: { calls: 1, refused: 0 } } },
  ]);
});

it("counts tokens too, and can be for one app alone", async () => {
  await ups.control.setThrottle({ perSecond: 1, clientId: "limited" });
  expect([await ups.token("limited"), await ups.token("limited")]).toEqual([expect.any(String), undefined]);
  expect([await ups.token("free"), await ups.token("free")]).toEqual([expect.any(String), expect.any(String)]);
});

it("lets as many through again as the second before has room for", () => {
  const counts = new CallCounts();
  counts.throttle = { perSecond: 2 };
  const taken = [0, 400, 500, 1_000, 1_399, 1_400].map((nowMs) => counts.take("app", "RATE", nowMs));
  expect(taken).toEqual([true, true, false, true, false, true]);
});
