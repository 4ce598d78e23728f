import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { parseRating } from "../../src/ups/rating/parse-rating.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { parseShip } from "../../src/ups/shipping/parse-ship.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import {
  addresses,
  anAccount,
  anAddress,
  aPackage,
  aRateRequest,
  aShipRequest,
  someDetails,
  someOptions,
} from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

type Place = keyof typeof addresses;
const places: Place[] = ["newYork", "sanJuan", "toronto", "berlin", "paris"];
const lanes = places.flatMap((from) => places.map((to) => [from, to] as const));

const unit = (place: Place) => (["berlin", "paris"].includes(place) ? "KG" : "LB") as "KG" | "LB";

function travelling(from: Place, to: Place, options: Parameters<typeof someOptions>[0]): ShipmentDetails {
  return someDetails({
    shipFrom: anAddress(from),
    shipTo: anAddress(to),
    packages: [
      aPackage({
        weight: { value: 2, unit: unit(from) },
        contentsValue: { amount: "20", currencyCode: "USD" },
        description: "Books",
      }),
    ],
    options: someOptions(options),
  });
}

const buyer = {
  payer: "RECIPIENT",
  payerAccountNumber: "0X9Y8Z",
  payerPostalCode: "94111-4209",
  payerCountryCode: "US",
} as const;
const payers = {
  SENDER: { BillShipper: { AccountNumber: "0A1B2C" } },
  RECIPIENT: { BillReceiver: { AccountNumber: "0X9Y8Z", Address: { PostalCode: "941114209" } } },
  THIRD_PARTY: { BillThirdParty: { AccountNumber: "0X9Y8Z", Address: { PostalCode: "941114209", CountryCode: "US" } } },
};

function chargesOf(details: ShipmentDetails) {
  const rated = serialiseRating(anAccount(), aRateRequest({ details })).RateRequest.Shipment.PaymentDetails;
  const bought = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest.Shipment.PaymentInformation;
  expect(rated).toEqual(bought);
  return bought.ShipmentCharge;
}

/** Where customs ask for duties: not inside a country, the European Union, or the United States with Puerto Rico. */
function hasDuties(from: Place, to: Place): boolean {
  const union: Record<Place, string> = {
    newYork: "US",
    sanFrancisco: "US",
    sanJuan: "US",
    toronto: "CA",
    berlin: "EU",
    paris: "EU",
  };
  return union[from] !== union[to];
}

describe.each(Object.entries(payers))("freight paid by %s", (payer, bill) => {
  it.each(lanes)("is told to UPS from %s to %s, alike in price and purchase", (from, to) => {
    const details = travelling(from, to, payer === "SENDER" ? {} : { ...buyer, payer: payer as "RECIPIENT" });
    expect(chargesOf(details)).toEqual([{ Type: "01", ...bill }]);
  });
});

describe("duties", () => {
  it.each(lanes)("from %s to %s have a payer of their own only where there are any", (from, to) => {
    const sender = { Type: "02", BillShipper: { AccountNumber: "0A1B2C" } };
    const transport = { Type: "01", ...payers.SENDER };
    const expected = hasDuties(from, to) ? [transport, sender] : [transport];
    expect(chargesOf(travelling(from, to, { dutiesPayer: "SENDER" }))).toEqual(expected);
    expect(chargesOf(travelling(from, to, { dutiesPayer: "RECIPIENT" }))).toEqual([transport]);
  });

  it("stay with the sender who takes them while the recipient pays the freight", () => {
    const details = travelling("newYork", "toronto", { ...buyer, dutiesPayer: "SENDER" });
    expect(chargesOf(details)).toEqual([
      { Type: "01", ...payers.RECIPIENT },
      { Type: "02", BillShipper: { AccountNumber: "0A1B2C" } },
    ]);
  });
});

describe("what UPS wants to know of a payer", () => {
  const check = (to: Place, options: Parameters<typeof someOptions>[0]) =>
    checkShipment(travelling("newYork", to, options), null, new Date("2025-06-02T12:00:00Z")).map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );
  const number = { payer: "RECIPIENT", payerAccountNumber: "0X9Y8Z" } as const;

  it.each([
    ["the recipient's number", "sanFrancisco", { payer: "RECIPIENT" }, ["REQUIRED options.payerAccountNumber"]],
    ["a postal code in the United States", "sanFrancisco", number, ["REQUIRED options.payerPostalCode"]],
    ["a postal code in Puerto Rico", "sanJuan", number, ["REQUIRED options.payerPostalCode"]],
    ["a postal code in Canada", "toronto", number, ["REQUIRED options.payerPostalCode"]],
    ["no postal code in Germany", "berlin", number, []],
    [
      "one of Canada's form there",
      "toronto",
      { ...number, payerPostalCode: "10118" },
      ["INVALID options.payerPostalCode"],
    ],
    ["one of the given country's form", "toronto", { ...number, payerPostalCode: "10118", payerCountryCode: "US" }, []],
    [
      "at most nine characters",
      "berlin",
      { ...number, payerPostalCode: "1234567890" },
      ["INVALID options.payerPostalCode"],
    ],
    [
      "a third party's country and postal code",
      "berlin",
      { ...number, payer: "THIRD_PARTY" },
      ["REQUIRED options.payerCountryCode", "REQUIRED options.payerPostalCode"],
    ],
  ] as const)("is %s", (_what, to, options, expected) => {
    expect(check(to, options)).toEqual(expected);
  });
});

describe("at the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());
  const context = { purchaseId: null };

  it.each([
    ["SENDER", { payer: "SHIPPER", accountNumber: "0A1B2C" }],
    ["RECIPIENT", { payer: "RECEIVER", accountNumber: "0X9Y8Z" }],
    ["THIRD_PARTY", { payer: "THIRD_PARTY", accountNumber: "0X9Y8Z" }],
  ] as const)("a purchase for %s is booked to that account, at the price quoted", async (payer, billedTo) => {
    const details = travelling("newYork", "sanFrancisco", payer === "SENDER" ? {} : { ...buyer, payer });
    const carrierReference = `A000000000${payer.slice(0, 4)}`;
    const rated = await ups.adapter.rate(anAccount(), aRateRequest({ details, serviceCode: "UPS_GROUND" }), context);
    const bought = await ups.adapter.ship(anAccount(), aShipRequest({ details, carrierReference }), context);
    if (rated.kind !== "ANSWERED" || bought.kind !== "ANSWERED") throw new Error(JSON.stringify([rated, bought]));
    expect(bought.value.charges).toEqual(rated.value[0]?.total);
    const booked = (await ups.control.ledger()).find((booking) => booking.references.includes(carrierReference));
    expect(booked).toMatchObject({ billedTo, total: bought.value.charges });
  });

  it("refuses an account that does not exist, in both", async () => {
    const details = travelling("newYork", "sanFrancisco", { ...buyer, payerAccountNumber: "000000" });
    const outcomes = [
      await ups.adapter.rate(anAccount(), aRateRequest({ details }), context),
      await ups.adapter.ship(anAccount(), aShipRequest({ details }), context),
    ];
    expect(outcomes).toMatchObject(["111580", "120412"].map((code) => ({ kind: "REJECTED", messages: [{ code }] })));
  });
});

describe("duties that a third party pays", () => {
  const account = { accountNumber: "0X9Y8Z", postalCode: "94111-4209", countryCode: "US" };
  const thirdParty = { dutiesPayer: "THIRD_PARTY", dutiesPayerAccount: account } as const;
  const problems = (details: ShipmentDetails) =>
    checkShipment(details, null, new Date("2026-03-02T12:00:00Z")).map(({ code, path }) => `${code} ${path.join(".")}`);

  it("are billed to it, whoever pays the freight", () => {
    for (const freight of [{}, buyer])
      expect(chargesOf(travelling("newYork", "toronto", { ...freight, ...thirdParty }))).toEqual([
        expect.objectContaining({ Type: "01" }),
        { Type: "02", ...payers.THIRD_PARTY },
      ]);
  });

  it.each([
    ["nothing", "toronto", {}, []],
    ["no postal code", "toronto", { postalCode: null }, ["REQUIRED options.dutiesPayerAccount.postalCode"]],
    [
      "a postal code of elsewhere",
      "toronto",
      { postalCode: "M5V3L9" },
      ["INVALID options.dutiesPayerAccount.postalCode"],
    ],
    ["a short number", "toronto", { accountNumber: "1" }, ["INVALID options.dutiesPayerAccount.accountNumber"]],
    ["no country", "toronto", { countryCode: "XX" }, ["INVALID options.dutiesPayerAccount.countryCode"]],
    ["no duties there", "sanJuan", {}, ["OPTION_NOT_ALLOWED options.dutiesPayer"]],
  ] as const)("are refused for %s", (_, to, over, expected) => {
    const options = { ...thirdParty, dutiesPayerAccount: { ...account, ...over } };
    expect(problems(travelling("newYork", to, options))).toEqual(expected);
  });
});

describe("duties that a third party pays, service by service", () => {
  const account = { accountNumber: "0X9Y8Z", postalCode: "94111-4209", countryCode: "US" };
  const refused = ["OPTION_NOT_ALLOWED options.dutiesPayer"];
  it.each<[string, Place, Place, string[]]>([
    ["UPS_WORLDWIDE_EXPRESS", "newYork", "toronto", []],
    ["UPS_WORLDWIDE_EXPRESS_PLUS", "newYork", "berlin", []],
    ["UPS_WORLDWIDE_SAVER", "newYork", "berlin", []],
    ["UPS_WORLDWIDE_EXPEDITED", "newYork", "berlin", []],
    ["UPS_STANDARD", "newYork", "toronto", []],
    ["UPS_STANDARD", "toronto", "newYork", []],
    ["UPS_WORLDWIDE_SAVER", "berlin", "newYork", []],
    ["UPS_WORLDWIDE_ECONOMY_DDU", "newYork", "berlin", refused],
    ["UPS_WORLDWIDE_ECONOMY_DDP", "newYork", "berlin", refused],
    ["UPS_STANDARD", "berlin", "paris", refused],
    ["UPS_WORLDWIDE_EXPRESS", "paris", "berlin", refused],
    ["UPS_STANDARD", "berlin", "berlin", refused],
    ["UPS_GROUND", "newYork", "sanFrancisco", refused],
    ["UPS_GROUND_SAVER", "newYork", "sanFrancisco", refused],
    ["UPS_GROUND_SIMPLE_RATE", "newYork", "sanFrancisco", refused],
    ["UPS_GROUND", "newYork", "sanJuan", refused],
    ["UPS_2ND_DAY_AIR", "sanJuan", "newYork", refused],
    ["UPS_STANDARD", "toronto", "toronto", refused],
  ])("are judged for %s from %s to %s: %j", (service, from, to, expected) => {
    const details = travelling(from, to, { dutiesPayer: "THIRD_PARTY", dutiesPayerAccount: account });
    const about = checkShipment(details, service, new Date("2026-03-02T12:00:00Z"))
      .map(({ code, path }) => `${code} ${path.join(".")}`)
      .filter((problem) => problem.includes("dutiesPayer"));
    expect(about).toEqual(expected);
    const types = chargesOf(details).map(({ Type }) => Type);
    const isEconomy = service.includes("ECONOMY");
    if (!isEconomy) expect(types).toEqual(expected.length === 0 ? ["01", "02"] : ["01"]);
  });
});

describe("the negotiated rates of a third party", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());
  const rated = async (payerAccountNumber: string) => {
    const details = travelling("newYork", "sanFrancisco", { ...buyer, payer: "THIRD_PARTY", payerAccountNumber });
    const outcome = await ups.adapter.rate(anAccount(), aRateRequest({ details }), { purchaseId: null });
    if (outcome.kind !== "ANSWERED") throw new Error(outcome.kind);
    return outcome.value;
  };

  it("are its own where UPS shows them", async () => {
    for (const { negotiatedState, negotiated } of await rated("0X9Y8Z"))
      expect([negotiatedState, negotiated]).toEqual(["APPLIED", expect.anything()]);
  });

  it("are not told, nor the sender's in their place, where UPS hides them", async () => {
    for (const { negotiatedState, negotiated, total, published } of await rated("X1Y2ZN")) {
      expect([negotiatedState, negotiated]).toEqual(["PAYER_RATES_HIDDEN", null]);
      expect(total).toEqual(published);
    }
  });

  it("are none that come beside the word that they are hidden", () => {
    const usd = (MonetaryValue: string) => ({ CurrencyCode: "USD", MonetaryValue });
    const RatedShipment = [
      {
        Service: { Code: "03" },
        ...{ TransportationCharges: usd("20.00"), TotalCharges: usd("20.00") },
        NegotiatedRateCharges: { TotalCharge: usd("12.00") },
        RatedPackage: [{ TotalCharges: usd("20.00"), NegotiatedCharges: { TotalCharge: usd("12.00") } }],
      },
    ];
    const Response = { ResponseStatus: { Code: "1" }, Alert: [{ Code: "120911", Description: "" }] };
    const parsed = parseRating({ RateResponse: { Response, RatedShipment } });
    expect(parsed?.value).toMatchObject([
      { negotiated: null, negotiatedState: "PAYER_RATES_HIDDEN", total: { amount: "20.00" } },
    ]);
  });
});

it("charges a purchase that another pays at the published price where UPS hides the payer's", () => {
  const usd = (MonetaryValue: string) => ({ CurrencyCode: "USD", MonetaryValue });
  const ShippingLabel = { ImageFormat: { Code: "GIF" }, GraphicImage: "R0lGODlhAQABAAAAACw=" };
  const ShipmentResults = {
    ShipmentCharges: { TransportationCharges: usd("20.00"), TotalCharges: usd("20.00") },
    NegotiatedRateCharges: { TotalCharge: usd("12.00") },
    PackageResults: [{ TrackingNumber: "1Z0A1B2C0300000012", ShippingLabel }],
  };
  const charged = (Alert: object[]) =>
    parseShip({ ShipmentResponse: { Response: { ResponseStatus: { Code: "1" }, Alert }, ShipmentResults } }, 1)?.value
      .charges?.amount;
  expect(charged([{ Code: "120911", Description: "" }])).toBe("20.00");
  expect(charged([])).toBe("12.00");
});

describe("the negotiated rates that are asked for", () => {
  it.each([
    ["SENDER", { NegotiatedRatesIndicator: "" }],
    ["RECIPIENT", { NegotiatedRatesIndicator: "", TPFCNegotiatedRatesIndicator: "" }],
    ["THIRD_PARTY", { NegotiatedRatesIndicator: "", TPFCNegotiatedRatesIndicator: "" }],
  ] as const)("are those of the payer: %s", (payer, expected) => {
    const details = travelling("newYork", "sanFrancisco", payer === "SENDER" ? {} : { ...buyer, payer });
    const rated = serialiseRating(anAccount(), aRateRequest({ details })).RateRequest.Shipment;
    const bought = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest.Shipment;
    expect([rated.ShipmentRatingOptions, bought.ShipmentRatingOptions]).toEqual([expected, expected]);
  });
});
