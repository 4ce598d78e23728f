import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { anAccount, anAddress, aPackage, aRateRequest, aShipRequest, someDetails } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
afterAll(() => ups.close());

/** Country as people write it, postal code, and region where they need one. */
const places = [
  ...[
    "US 00802 VI",
    "US 96910 GU",
    "US 96799 AS",
    "US 96950 MP",
    "US 96941 FM",
    "US 96960 MH",
    "US 96940 PW",
    "US 00901 PR",
  ],
  ...["US 00802", "US 00601", "VI 00802", "GU 96910", "PR 00901"],
  ...[
    "ES 38003 TF",
    "ES 35001 GC",
    "ES 51001 CE",
    "ES 52001",
    "IC 38003",
    "DE 27498",
    "DE 78266",
    "IT 23041",
    "IT 22061",
  ],
  ...["GR 63086", "FI 22100", "GB JE23AB", "GB GY11WW", "GB IM11AA", "GB BT15GS", "JE JE23AB", "GG GY11WW"],
  ...["IT 47890", "IT 00120", "FR 98000", "CH 9490", "NO 9170", "DK 3900", "DK FO-100", "XK 10000"],
  ...["FR 97133", "FR 97150", "FR 97110", "FR 97200", "FR 97300", "FR 97400", "FR 97500", "FR 97600", "FR 98600"],
  ...["FR 98714", "FR 98800", "RE 97400", "NL - CW", "NL - BQ1", "CN 999077 HK", "CN - MO", "CN - TW"],
].map((row) => row.split(" "));

const now = new Date();

/** All that can go wrong between the adapter's tables and those of the simulator, which know nothing of each other. */
it.each(places)("what is offered to %s %s %s can be bought", async (countryCode, postalCode, region = "") => {
  const where = { city: "Town", region: region || null, postalCode: postalCode === "-" ? null : postalCode! };
  const shipTo = anAddress("berlin", { ...where, countryCode: countryCode! });
  for (const [from, unit] of [
    ["newYork", "LB"],
    ["berlin", "KG"],
  ] as const) {
    const account = anAccount({ shipper: anAddress(from) });
    const contents = { contentsValue: { amount: "40.00", currencyCode: from === "berlin" ? "EUR" : "USD" } };
    const packages = [aPackage({ weight: { value: 1, unit }, description: "Books", ...contents })];
    const details = someDetails({ shipFrom: anAddress(from), shipTo, packages });
    const rated = await ups.adapter.rate(account, aRateRequest({ details }), { purchaseId: null });
    if (rated.kind !== "ANSWERED") throw new Error(JSON.stringify(rated));
    expect(rated.value).not.toEqual([]);
    for (const { serviceCode } of rated.value) {
      const problems = checkShipment(details, serviceCode, now, account.shipper);
      expect([serviceCode, problems]).toEqual([serviceCode, []]);
    }
    const labelFormat = "ZPL" as const; // The cheapest to make.
    const request = aShipRequest({ details, serviceCode: rated.value.at(-1)!.serviceCode, labelFormat });
    const shipped = await ups.adapter.ship(account, request, { purchaseId: null });
    expect(shipped.kind).toBe("ANSWERED");
  }
});
