import { type CarrierTap, startCarrierTap } from "../cases/carrier-tap.js";
import { empireState, validate } from "../support/addresses.js";
import { bought, buy, makeDue, sql } from "../support/purchases.js";
import { addMethod } from "../support/rate-setup.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";
import { makeStale } from "../support/tracking.js";

let service: TestService;
let tap: CarrierTap;
beforeAll(async () => {
  tap = await startCarrierTap(() => service.simulator.url);
  service = await startTestService({ upsUrl: tap.url });
});
beforeEach(() => tap.reset());
afterAll(async () => {
  await service.close();
  await tap.close();
});

const rate = async (input: object) => {
  const source = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
    quotes { service { code } price { amount currencyCode } carrierPrice { charges { kind amount { amount } } } }
    unavailable { reason message service { code } } carrierMessages { carrierErrorCode severity } userErrors { message } } }`;
  return (await service.run(source, { input: { packages: [aPackage], ...input } })).shippingRates;
};
type Quote = { service: { code: string }; price: { amount: string; currencyCode: string } };
const codesOf = (quotes: Quote[]) => quotes.map((quote) => quote.service.code).sort();

describe("an answer of UPS's that is odd", () => {
  let accountId: string;
  beforeAll(async () => {
    accountId = await seedAccount(service);
  });

  it("loses the offer whose price cannot be read, says so, and keeps the others", async () => {
    const { quotes: all } = await rate({ shipTo: newYork });
    tap.add({ match: "/rating/", js: 'j.RateResponse.RatedShipment[1].TotalCharges.MonetaryValue = "N/A"; return j;' });
    const { quotes, unavailable, carrierMessages, userErrors } = await rate({ shipTo: newYork });
    expect([userErrors, quotes.length]).toEqual([[], all.length - 1]);
    const unread = codesOf(all).find((code) => !codesOf(quotes).includes(code));
    expect(unread).toMatch(/^UPS_/);
    expect(carrierMessages).toContainEqual({ carrierErrorCode: "PRICE_UNREADABLE", severity: "WARNING" });
    expect(unavailable).toMatchObject([{ reason: "NO_PRICE", service: { code: unread } }]);
  });

  it("tells a method of its own service's price that cannot be read", async () => {
    const all = "j.RateResponse.RatedShipment.forEach((r) => { r.TotalCharges.CurrencyCode = 'US$'; }); return j;";
    tap.add({ match: "/rating/", js: all, times: 2 });
    const { id } = await addMethod(service, accountId, { service: "UPS_GROUND" });
    const ofMethod = await rate({ shipTo: newYork, shippingMethodIds: [id] });
    expect(ofMethod).toMatchObject({
      quotes: [],
      unavailable: [{ reason: "NO_PRICE", service: { code: "UPS_GROUND" } }],
    });
    expect(ofMethod.unavailable[0].message).toMatch(/^UPS's price of its service 03 cannot be read/);
  });

  it.each([
    ["headers", { headers: { errorcode: "120206" }, status: 200, body: "" }],
    ["a body", { status: 400, body: { response: { errors: [{ code: "120206", message: null }] } } }],
  ])("tells what a refusal without words means, in %s", async (_where, answer) => {
    tap.add({ match: "/shipments/", ...answer });
    const { purchase, userErrors } = await buy(service);
    expect(purchase.state).toBe("REJECTED");
    expect(userErrors).toMatchObject([{ code: "CARRIER_REJECTED", carrierErrorCode: "120206" }]);
    expect(userErrors[0].message).toMatch(/^Recipient: state/);
  });

  it.each([
    ["negotiated", 'r.NegotiatedRateCharges = { TotalCharge: { CurrencyCode: "US$", MonetaryValue: "1.00" } };'],
    ["published", 'delete r.NegotiatedRateCharges; r.ShipmentCharges.TotalCharges.CurrencyCode = "";'],
  ])("keeps the label whose %s price cannot be read, and asks for the price afterwards", async (_which, change) => {
    tap.add({ match: "/shipments/", js: `const r = j.ShipmentResponse.ShipmentResults; ${change} return j;` });
    const { purchase, shipment } = await bought(service);
    expect(purchase).toMatchObject({ state: "PURCHASED", charges: null });
    expect(shipment.packages).toMatchObject([{ label: expect.anything() }]);
    await makeDue(service);
    await sweepDuePurchases(service.deps);
    const columns = "charges_amount as amount, charges_are_estimated as estimated";
    const [row] = await sql(service, `select ${columns} from label_purchase where id = $1`, [purchase.id]);
    expect(row).toEqual({ amount: expect.stringMatching(/^[1-9]/), estimated: true });
  });

  it("names the parts of a price inside the United States, of every package", async () => {
    const { quotes } = await rate({ shipTo: newYork, packages: [aPackage, aPackage] });
    for (const { price, carrierPrice } of quotes) {
      const { charges } = carrierPrice as { charges: { kind: string; amount: { amount: string } }[] };
      expect(charges.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["BASE", "FUEL"]));
      expect(charges.map(({ kind }) => kind)).not.toContain("OTHER");
      const sum = charges.reduce((total, { amount }) => total + Math.round(Number(amount.amount) * 100), 0);
      expect(sum).toBe(Math.round(Number(price.amount) * 100));
    }
  });

  it("keeps two scans of one second at two places, and each once", async () => {
    const { shipment } = await bought(service, { labelFormat: "ZPL" });
    const { trackingNumber } = shipment.packages[0];
    const scan = (city: string) => ({
      ...{ date: "20261201", time: "120000", gmtDate: "20261201", gmtTime: "17:00:00", gmtOffset: "-05:00" },
      status: { type: "I", code: "AR", description: "Arrived at Facility", statusCode: "" },
      location: { address: { city, stateProvince: "NJ", countryCode: "US" } },
    });
    const pkg = { trackingNumber, activity: [scan("Newark"), scan("Secaucus"), scan("Secaucus")] };
    tap.add({ match: "/track/v1/details/", times: 2, body: { trackResponse: { shipment: [{ package: [pkg] }] } } });
    const source = `mutation ($input: RefreshTrackerInput!) { refreshTracker(input: $input) {
      tracker { events { city occurredAt } } userErrors { message } } }`;
    for (let time = 0; time < 2; time += 1) {
      const { tracker } = (await service.run(source, { input: { carrierCode: "UPS", trackingNumber } })).refreshTracker;
      expect(tracker.events.map(({ city }: { city: string }) => city).sort()).toEqual(["Newark", "Secaucus"]);
      await makeStale(service);
    }
  });

  it("changes nothing of an address that a candidate leaves out", async () => {
    const AddressKeyFormat = { AddressLine: "350 5TH AVE", CountryCode: "US" };
    const XAVResponse = { ValidAddressIndicator: "", Candidate: { AddressKeyFormat } };
    tap.add({ match: "/addressvalidation/", body: { XAVResponse } });
    const answer = await validate(service, empireState);
    const { candidates } = answer.addressValidation;
    const { city, region, postalCode } = empireState;
    expect(candidates).toMatchObject([{ address: { city, region, postalCode }, changedFields: ["LINES"] }]);
  });
});

it("prices what goes out of China in CNY, which UPS calls RMB", async () => {
  const shanghai = { ...sanFrancisco, lines: ["200 Renmin Ave"], city: "Shanghai", region: null, postalCode: "200003" };
  const address = { ...shanghai, countryCode: "CN", phone: "+862163723456" };
  const carrierAccountId = await seedAccount(service, { name: "China", address });
  const { quotes, userErrors } = await rate({ carrierAccountId, shipTo: newYork });
  expect(userErrors).toEqual([]);
  expect(quotes).not.toEqual([]);
  expect([...new Set(quotes.map(({ price }: Quote) => price.currencyCode))]).toEqual(["CNY"]);
});
