import { anAccount, aRateRequest, aShipRequest } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
beforeEach(() => ups.reset());
afterAll(() => ups.close());

const noPurchase = { purchaseId: null };
const hangRates = () => ups.control.addFault({ operation: "RATE", kind: "HANG", times: 1_000 });
const rateRequests = async () => (await ups.control.requests()).filter(({ operation }) => operation === "RATE").length;

/** So many questions that hang, and whether all still do. */
function askInVain(
  adapter: SimulatedUps["adapter"],
  account: ReturnType<typeof anAccount>,
  count: number,
  timeoutMs = 1_500,
) {
  let open = count;
  const asks = Array.from({ length: count }, () =>
    adapter.rate(account, aRateRequest(), { purchaseId: null, timeoutMs }).finally(() => {
      open -= 1;
    }),
  );
  return { asks: Promise.all(asks), isAllOpen: () => open === count };
}

async function untilRatesHang(count: number): Promise<void> {
  while ((await rateRequests()) < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("while every connection for questions hangs", () => {
  it("a purchase, its fresh token, a void and the search for a purchase go through", async () => {
    const adapter = ups.another({ limits: { connections: 2 } });
    const asking = anAccount({ accountId: "asking" });
    const buying = anAccount({ accountId: "buying" });
    await hangRates();
    const hung = askInVain(adapter, asking, 12, 5_000);
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
    expect(hung.isAllOpen()).toBe(true);
    expect((await hung.asks).map(({ kind }) => kind)).toEqual(Array(12).fill("UNAVAILABLE"));
  });
});

describe("questions that wait for UPS", () => {
  const tooMany = { kind: "UNAVAILABLE", reason: "RATE_LIMITED", message: expect.stringMatching(/Too many/) };

  it("are bounded for the account and the process: more are refused at once, unsent", async () => {
    const adapter = ups.another({ limits: { maxAsks: 4, maxAsksPerAccount: 3 } });
    const [one, other] = [anAccount({ accountId: "one" }), anAccount({ accountId: "other" })];
    const ask = (account: typeof one) => adapter.rate(account, aRateRequest(), noPurchase);
    await hangRates();
    const hung = askInVain(adapter, one, 3);
    expect(await ask(one)).toMatchObject({ ...tooMany, retryAfterSeconds: 5 });
    const further = askInVain(adapter, other, 1);
    expect(await ask(other)).toMatchObject(tooMany);
    expect([hung.isAllOpen(), further.isAllOpen()]).toEqual([true, true]);
    await untilRatesHang(4);
    await Promise.all([hung.asks, further.asks]);
    expect(await rateRequests()).toBe(4);
    await ups.control.clearFaults();
    expect(await ask(one)).toMatchObject({ kind: "ANSWERED" });
  });

  it("never keep a purchase out", async () => {
    const adapter = ups.another({ limits: { maxAsks: 0, maxAsksPerAccount: 0 } });
    expect(await adapter.rate(anAccount(), aRateRequest(), noPurchase)).toMatchObject(tooMany);
    expect(await adapter.ship(anAccount(), aShipRequest(), noPurchase)).toMatchObject({ kind: "ANSWERED" });
  });
});
