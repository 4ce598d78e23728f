import { Decimal } from "decimal.js";
import fc from "fast-check";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { shareOf } from "../../src/ups/shipping/collect-on-delivery.js";
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

const now = new Date("2025-06-02T12:00:00Z");
type Place = keyof typeof addresses;
type Over = Partial<ReturnType<typeof someOptions>>;

const dollars = { amount: "100.01", currencyCode: "USD" };
const money = (amount: string, currencyCode = "USD") => ({ amount, currencyCode });

function collecting(from: Place, to: Place, over: Over = {}, parts: Partial<ShipmentDetails> = {}): ShipmentDetails {
  const options = someOptions({ collectOnDelivery: dollars, collectOnDeliveryFunds: "ANY_CHECK", ...over });
  return someDetails({ shipFrom: anAddress(from), shipTo: anAddress(to), options, ...parts });
}

const brief = (details: ShipmentDetails, service: string | null = null) =>
  checkShipment(details, service, now).map(({ code, path }) => `${code} ${path.join(".")}`);

describe("the lanes of collect on delivery", () => {
  const currency: Record<string, string> = { US: "USD", CA: "CAD", DE: "EUR", FR: "EUR" };
  const places: Place[] = ["newYork", "sanJuan", "toronto", "berlin", "paris"];
  const level: Record<string, string> = {
    ...{ "newYork>newYork": "PACKAGE", "newYork>sanJuan": "PACKAGE", "sanJuan>newYork": "PACKAGE" },
    ...{ "sanJuan>sanJuan": "PACKAGE", "toronto>toronto": "PACKAGE", "toronto>newYork": "PACKAGE" },
    ...Object.fromEntries(
      ["berlin>berlin", "berlin>paris", "paris>berlin", "paris>paris"].map((lane) => [lane, "SHIPMENT"]),
    ),
  };

  it.each(places.flatMap((from) => places.map((to) => [from, to] as const)))(
    "are as UPS has them: %s to %s",
    (from, to) => {
      const collectOnDelivery = money("100.01", currency[addresses[to].countryCode]);
      const details = collecting(from, to, { collectOnDelivery });
      const expected = level[`${from}>${to}`];
      expect(brief(details)).toEqual(expected ? [] : ["OPTION_NOT_ALLOWED options.collectOnDelivery"]);
      const { Shipment } = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest;
      const cod = (code: string) => ({
        COD: {
          CODFundsCode: code,
          CODAmount: { CurrencyCode: collectOnDelivery.currencyCode, MonetaryValue: "100.01" },
        },
      });
      expect(Shipment.Package[0]).toMatchObject(expected === "PACKAGE" ? { PackageServiceOptions: cod("0") } : {});
      expect("PackageServiceOptions" in Shipment.Package[0]!).toBe(expected === "PACKAGE");
      expect("ShipmentServiceOptions" in Shipment).toBe(expected === "SHIPMENT");
      expect(Shipment).toMatchObject(expected === "SHIPMENT" ? { ShipmentServiceOptions: cod("9") } : {});
    },
  );

  it("leave out letters from Canada to the United States, and no others", () => {
    const letter = { packages: [aPackage(), aPackage({ packageType: "UPS_LETTER" })] };
    expect(brief(collecting("toronto", "newYork", {}, letter))).toEqual([
      "OPTION_NOT_ALLOWED options.collectOnDelivery",
    ]);
    expect(brief(collecting("newYork", "sanFrancisco", {}, letter))).toEqual([]);
  });
});

describe("the amount", () => {
  it.each([
    ["0.01", []],
    ["0.00", ["INVALID options.collectOnDelivery.amount"]],
    ["-5", ["INVALID options.collectOnDelivery.amount"]],
    ["1.005", ["INVALID options.collectOnDelivery.amount"]],
    ["50000", []],
    ["50000.00", []],
    ["50000.01", ["INVALID options.collectOnDelivery.amount"]],
  ])("of %s USD is judged", (amount, expected) => {
    expect(brief(collecting("newYork", "sanFrancisco", { collectOnDelivery: money(amount) }))).toEqual(expected);
  });

  it("is limited for each package that shares it", () => {
    const packages = [aPackage(), aPackage()];
    const of = (amount: string) =>
      brief(collecting("newYork", "sanFrancisco", { collectOnDelivery: money(amount) }, { packages }));
    expect(of("100000")).toEqual([]);
    expect(of("100000.01")).toEqual(["INVALID options.collectOnDelivery.amount"]);
    expect(of("0.01")).toEqual(["INVALID options.collectOnDelivery.amount"]);
  });

  it.each([
    ["newYork", "sanFrancisco", "CAD"],
    ["toronto", "newYork", "CAD"],
    ["berlin", "paris", "USD"],
  ] as const)("from %s to %s is not in %s", (from, to, currencyCode) => {
    expect(brief(collecting(from, to, { collectOnDelivery: money("10", currencyCode) }))).toEqual([
      "INVALID options.collectOnDelivery.currencyCode",
    ]);
  });

  it("is shared over the packages to the cent", () => {
    const cents = fc.integer({ min: 200, max: 5_000_000 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 200 }), (amount, packages) => {
        const whole = new Decimal(amount).dividedBy(100).toFixed(2);
        const shares = Array.from({ length: packages }, (_, index) => new Decimal(shareOf(whole, packages, index)));
        expect(Decimal.sum(...shares).toFixed(2)).toBe(whole);
        expect(
          Decimal.max(...shares)
            .minus(Decimal.min(...shares))
            .toNumber(),
        ).toBeLessThanOrEqual(0.01);
      }),
    );
    expect([0, 1, 2].map((index) => shareOf("100", 3, index))).toEqual(["33.34", "33.33", "33.33"]);
  });

  it("is asked for alike in a price and in a purchase", () => {
    const details = collecting(
      "newYork",
      "sanFrancisco",
      { collectOnDelivery: money("100") },
      { packages: [aPackage(), aPackage(), aPackage()] },
    );
    const rated = serialiseRating(anAccount(), aRateRequest({ details })).RateRequest.Shipment.Package;
    const bought = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest.Shipment.Package;
    const amounts = (packages: object[]) =>
      packages.map((pkg) => ("PackageServiceOptions" in pkg ? pkg.PackageServiceOptions : null));
    expect(amounts(rated)).toEqual(amounts(bought));
    expect(amounts(rated)[0]).toEqual({
      COD: { CODFundsCode: "0", CODAmount: { CurrencyCode: "USD", MonetaryValue: "33.34" } },
    });
  });
});

describe("the funds", () => {
  it.each([
    ["newYork", "sanFrancisco", "CASH", null],
    ["newYork", "sanFrancisco", "ANY_CHECK", "0"],
    ["newYork", "sanFrancisco", "CASHIERS_CHECK", "8"],
    ["berlin", "paris", "CASH", "1"],
    ["berlin", "paris", "ANY_CHECK", "9"],
    ["berlin", "paris", "CASHIERS_CHECK", null],
  ] as const)("from %s to %s: %s is %s", (from, to, collectOnDeliveryFunds, code) => {
    const collectOnDelivery = money("10", from === "berlin" ? "EUR" : "USD");
    const details = collecting(from, to, { collectOnDelivery, collectOnDeliveryFunds });
    expect(brief(details)).toEqual(code === null ? ["OPTION_NOT_ALLOWED options.collectOnDeliveryFunds"] : []);
    if (code === null) return;
    expect(JSON.stringify(serialiseShip(anAccount(), aShipRequest({ details }), "p"))).toContain(
      `"CODFundsCode":"${code}"`,
    );
  });
});

it("excludes signatures, returns and access points", () => {
  const at = "OPTION_NOT_ALLOWED options.collectOnDelivery";
  expect(brief(collecting("newYork", "sanFrancisco", { signature: "SIGNATURE" }))).toEqual([at]);
  const returnService = { kind: "PRINT_RETURN_LABEL" as const, email: null, boxNumber: null };
  expect(brief(collecting("newYork", "sanFrancisco", {}, { returnService }))).toContain(at);
  const accessPoint = { carrierLocationId: "U1", name: "Kiosk", address: anAddress("sanFrancisco") };
  expect(brief(collecting("newYork", "sanFrancisco", {}, { accessPoint }))).toEqual([at]);
});

describe("at the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());

  it("costs what was quoted, and brings the turn-in page", async () => {
    const details = collecting("newYork", "sanFrancisco", {}, { packages: [aPackage(), aPackage()] });
    const context = { purchaseId: null };
    const rated = await ups.adapter.rate(anAccount(), aRateRequest({ details, serviceCode: "UPS_GROUND" }), context);
    const bought = await ups.adapter.ship(anAccount(), aShipRequest({ details, labelFormat: "ZPL" }), context);
    if (rated.kind !== "ANSWERED" || bought.kind !== "ANSWERED") throw new Error(JSON.stringify([rated, bought]));
    expect(bought.value.charges).toEqual(rated.value[0]?.total);
    const charge = rated.value[0]?.charges.find(({ kind }) => kind === "COLLECT_ON_DELIVERY");
    expect(charge?.amount).toEqual(money("35.00"));
    expect(bought.value.packages.map(({ label }) => label?.format)).toEqual(["GIF", "ZPL"]);
    expect(bought.value.documents.map(({ kind, contentType }) => [kind, contentType])).toEqual([
      ["COD_TURN_IN", "text/html"],
    ]);
    const page = bought.value.documents[0]?.bytes.toString() ?? "";
    expect(page).toContain("50.01 USD");
    expect(page).toContain("50.00 USD");
  });

  it("is collected once for a shipment inside the European Union", async () => {
    const details = collecting(
      "berlin",
      "paris",
      { collectOnDelivery: money("100.01", "EUR"), collectOnDeliveryFunds: "CASH" },
      {
        packages: [aPackage({ weight: { value: 1, unit: "KG" } }), aPackage({ weight: { value: 1, unit: "KG" } })],
      },
    );
    const request = aShipRequest({ details, serviceCode: "UPS_STANDARD", carrierReference: "A0000000000009" });
    const bought = await ups.adapter.ship(anAccount({ shipper: anAddress("berlin") }), request, { purchaseId: null });
    if (bought.kind !== "ANSWERED") throw new Error(JSON.stringify(bought));
    expect(bought.value.documents[0]?.bytes.toString()).toContain("100.01 EUR");
  });
});
