import { eventually } from "../support/eventually.js";
import { patienceMs } from "../support/patience.js";
import { anAccount, aRateRequest, aShipRequest } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
beforeEach(() => ups.reset());
afterAll(() => ups.close());

const noPurchase = { purchaseId: null };
const holdRates = () => ups.control.addFault({ operation: "RATE", kind: "HOLD", times: 1_000 });
/** All that are held, and those behind them. */
const releaseRates = async () => {
  await ups.control.clearFaults();
  await ups.control.release();
};
const rateRequests = async () => (await ups.control.requests()).filter(({ operation }) => operation === "RATE").length;

/** So many questions that UPS leaves open, and whether all still are. */
function askInVain(
  adapter: SimulatedUps["adapter"],
  account: ReturnType<typeof anAccount>,
  count: number,
  timeoutMs = patienceMs,
) {
  let open = count;
  const asks = Array.from({ length: count }, () =>
    adapter.rate(account, aRateRequest(), { purchaseId: null, timeoutMs }).finally(() => {
      open -= 1;
    }),
  );
  return { asks: Promise.all(asks), isAllOpen: () => open === count };
}

const untilRatesHang = (count: number) => eventually(rateRequests, (seen) => seen >= count);

describe("while every connection for questions hangs", () => {
  it("a purchase, its fresh token, a void and the search for a purchase go through", async () => {
    const adapter = ups.another({ limits: { connections: 2 } });
    const asking = anAccount({ accountId: "asking" });
    const buying = anAccount({ accountId: "buying" });
    await holdRates();
    const hung = askInVain(adapter, asking, 12);
    await untilRatesHang(2);
    const request = aShipRequest({ labelFormat: "ZPL" });
    const shipped = await adapter.ship(buying, request, noPurchase);
    const { labelFormat, carrierReference } = request;
    const recovered = await adapter.recoverLabels(buying, { labelFormat, carrierReference }, noPurchase);
    const found = await adapter.findByReference(buying, carrierReference, new Date(), noPurchase);
    const number = shipped.kind === "ANSWERED" ? shipped.value.shipmentIdentificationNumber : "";
    const voidRequest = { shipmentIdentificationNumber: number, trackingNumbers: [] };
    const voided = await adapter.voidShipment(buying, voidRequest, noPurchase);
    expect([shipped.kind, recovered.kind, found.kind, voided.kind]).toEqual(Array(4).fill("ANSWERED"));
    const inVain = await askInVain(adapter, asking, 12, 500).asks;
    expect(inVain.map(({ kind }) => kind)).toEqual(Array(12).fill("UNAVAILABLE"));
    expect([hung.isAllOpen(), await rateRequests()]).toEqual([true, 2]);
    await releaseRates();
    expect((await hung.asks).map(({ kind }) => kind)).toEqual(Array(12).fill("ANSWERED"));
  });
});

describe("questions that wait for UPS", () => {
  const tooMany = { kind: "UNAVAILABLE", reason: "RATE_LIMITED", message: expect.stringMatching(/Too many/) };

  it("are bounded for the account and the process: more are refused at once, unsent", async () => {
    const adapter = ups.another({ limits: { maxAsks: 4, maxAsksPerAccount: 3 } });
    const [first, second] = [anAccount({ accountId: "one" }), anAccount({ accountId: "other" })];
    const ask = (account: typeof first) => adapter.rate(account, aRateRequest(), noPurchase);
    await holdRates();
    const hung = askInVain(adapter, first, 3);
    expect(await ask(first)).toMatchObject({ ...tooMany, retryAfterSeconds: 5 });
    const further = askInVain(adapter, second, 1);
    expect(await ask(second)).toMatchObject(tooMany);
    expect([hung.isAllOpen(), further.isAllOpen()]).toEqual([true, true]);
    await untilRatesHang(4);
    expect(await rateRequests()).toBe(4);
    await releaseRates();
    await Promise.all([hung.asks, further.asks]);
    expect(await rateRequests()).toBe(4);
    expect(await ask(first)).toMatchObject({ kind: "ANSWERED" });
  });

  it("never keep a purchase out", async () => {
    const adapter = ups.another({ limits: { maxAsks: 0, maxAsksPerAccount: 0 } });
    expect(await adapter.rate(anAccount(), aRateRequest(), noPurchase)).toMatchObject(tooMany);
    expect(await adapter.ship(anAccount(), aShipRequest(), noPurchase)).toMatchObject({ kind: "ANSWERED" });
  });
});
