import type { ServiceOptionCode } from "../../src/carrier/service-options.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { optionRules, serviceOptions } from "../../src/ups/checks/options/service-options.js";
import { checkDeclaredLane } from "../../src/ups/customs/declaration.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { isSold } from "../../src/ups/words/catalogue.js";
import { serviceRows } from "../../src/ups/words/codes.js";
import { knownCurrencyOf } from "../../src/ups/words/currencies.js";
import { anAccount, anAddress, aPackage, aShipRequest, someDetails, someOptions } from "./builders.js";

const now = new Date("2025-06-02T12:00:00Z");
const countries = ["US", "PR", "CA", "MX", "DE", "FR", "PL", "HU", "GB", "CH", "JP", "AU"];
const lanes = countries.flatMap((from) => countries.map((to) => [from, to] as const));
/** All that is sold anywhere, and one that is not. */
const sold = serviceRows.filter((row) => isSold(row, null, null)).map(({ code }) => code);
const services = [null, ...sold, "UPS_HEAVY_GOODS"];

const place = (countryCode: string) => ({ countryCode, region: null, postalCode: null });
const ask = (from: string, to: string, serviceCode: string | null = null, packageType: string | null = null) =>
  serviceOptions({ from: place(from), to: place(to), serviceCode, packageType });
const option = (code: ServiceOptionCode, ...query: Parameters<typeof ask>) =>
  ask(...query).find((found) => found.code === code)!;

function travelling(from: string, to: string, parts: Partial<ShipmentDetails> = {}): ShipmentDetails {
  const unit = ["US", "PR"].includes(from) ? "LB" : "KG";
  return someDetails({
    shipFrom: anAddress("berlin", { countryCode: from }),
    shipTo: anAddress("berlin", { countryCode: to }),
    packages: [aPackage({ weight: { value: 1, unit } })],
    ...parts,
  });
}

const buyer = { payerAccountNumber: "0X9Y8Z", payerPostalCode: "94111", payerCountryCode: "US" };

/** How a shipment asks for each option that it can ask for. */
const asking: Partial<Record<ServiceOptionCode, (to: string) => Partial<ShipmentDetails["options"]>>> = {
  SIGNATURE: () => ({ signature: "SIGNATURE" }),
  ADULT_SIGNATURE: () => ({ signature: "ADULT_SIGNATURE" }),
  SATURDAY_DELIVERY: () => ({ isSaturdayDelivery: true }),
  COLLECT_ON_DELIVERY: (to) => ({
    collectOnDelivery: { amount: "10", currencyCode: knownCurrencyOf(to) ?? "USD" },
    collectOnDeliveryFunds: "ANY_CHECK",
  }),
  EMAIL_NOTIFICATION: () => ({ notifications: [{ event: "DELIVERED", emails: ["ada@example.com"], memo: null }] }),
  BILL_RECIPIENT: () => ({ payer: "RECIPIENT", ...buyer }),
  BILL_THIRD_PARTY: () => ({ payer: "THIRD_PARTY", ...buyer }),
};

it("never says of UPS that it lacks what is only not bought here", () => {
  const reasons = lanes.flatMap(([from, to]) =>
    services.flatMap((service) => ask(from, to, service).flatMap(({ reason }) => reason ?? [])),
  );
  expect(new Set(reasons.filter((reason) => /UPS (does not|has no|sends no|takes no|brings)/.test(reason)))).toEqual(
    new Set(),
  );
  expect(reasons.length).toBeGreaterThan(1000);
});

describe.each(Object.keys(asking) as ServiceOptionCode[])("%s", (code) => {
  it("is refused before any call exactly where the question about it says no: every lane, every service", () => {
    let seen = { yes: 0, no: 0 };
    const disagreements: object[] = [];
    for (const [from, to] of lanes) {
      for (const service of services) {
        const details = travelling(from, to, { options: someOptions(asking[code]!(to)) });
        const problems = checkShipment(details, service, now);
        const refused = problems.filter(({ path }) => path[0] === "options" || path[0] === "service");
        const { isAvailable, reason } = option(code, from, to, service);
        const isAgreed = (refused.length === 0) === isAvailable && (reason === null) === isAvailable;
        if (!isAgreed) disagreements.push({ from, to, service, isAvailable, refused });
        seen = { yes: seen.yes + Number(isAvailable), no: seen.no + Number(!isAvailable) };
      }
    }
    expect(disagreements).toEqual([]);
    expect(seen.yes).toBeGreaterThan(0);
    expect(seen.no).toBeGreaterThan(0);
  });
});

it("names OPTION_NOT_ALLOWED and the place of the option", () => {
  const details = travelling("US", "DE", { options: someOptions(asking.COLLECT_ON_DELIVERY!("DE")) });
  expect(checkShipment(details, null, now)).toContainEqual({
    code: "OPTION_NOT_ALLOWED",
    path: ["options", "collectOnDelivery"],
    message: "Collect on Delivery is not supported by this service from US to DE",
  });
});

it("says where duties have a payer exactly where UPS is told of one", () => {
  for (const [from, to] of lanes) {
    const details = travelling(from, to, { options: someOptions({ dutiesPayer: "SENDER" }) });
    const { ShipmentCharge } = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest.Shipment
      .PaymentInformation;
    expect([from, to, option("DUTIES_PAYER", from, to).isAvailable]).toEqual([from, to, ShipmentCharge.length === 2]);
  }
});

it("says the level that UPS is told a signature at", () => {
  for (const [from, to] of lanes) {
    const details = travelling(from, to, { options: someOptions({ signature: "SIGNATURE" }) });
    const { Shipment } = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest;
    const level = "ShipmentServiceOptions" in Shipment ? "SHIPMENT" : "PACKAGE";
    expect([from, to, option("SIGNATURE", from, to).level]).toEqual([from, to, level]);
  }
});

it("tells every option once, on every lane", () => {
  const codes = optionRules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(ask("US", "US").map(({ code }) => code)).toEqual(codes);
});

it("tells levels, limits and funds of collection", () => {
  const collection = (...query: Parameters<typeof ask>) => option("COLLECT_ON_DELIVERY", ...query);
  expect(collection("US", "PR")).toMatchObject({
    ...{ isAvailable: true, level: "PACKAGE", funds: ["ANY_CHECK", "CASHIERS_CHECK"], currencyCodes: ["USD"] },
    minimum: { amount: "0.01", currencyCode: "USD" },
    maximum: { amount: "50000", currencyCode: "USD" },
  });
  expect(collection("FR", "HU")).toMatchObject({
    ...{ isAvailable: true, level: "SHIPMENT", funds: ["CASH", "ANY_CHECK"], currencyCodes: ["HUF"], maximum: null },
  });
  expect(collection("FR", "HU").note).toContain("Daily Pickup or Drop Shipping");
  expect(collection("US", "US").note).not.toContain("Daily Pickup");
  expect(collection("DE", "CH")).toMatchObject({ level: "SHIPMENT", currencyCodes: ["CHF"] });
  expect(collection("DE", "NO")).toMatchObject({ level: "SHIPMENT", currencyCodes: ["NOK"] });
  for (const to of ["JP", "GB", "US"])
    expect(collection("DE", to)).toMatchObject({ isAvailable: false, reason: expect.stringContaining(`DE to ${to}`) });
  expect(collection("CA", "US").note).toContain("Letters");
  expect(collection("CA", "US", null, "UPS_LETTER")).toMatchObject({ isAvailable: false, level: null, funds: [] });
  expect(collection("US", "US", null, "UPS_LETTER").isAvailable).toBe(true);
});

it("judges a declared value by the currency where the shipment starts", () => {
  const declaring = (from: string, currencyCode: string) =>
    checkShipment(
      travelling(from, "US", { packages: [aPackage({ declaredValue: { amount: "10", currencyCode } })] }),
      null,
      now,
    ).filter(({ path }) => path.includes("declaredValue"));
  for (const from of countries) {
    const { currencyCodes } = option("DECLARED_VALUE", from, "US");
    expect(currencyCodes.length).toBeGreaterThan(0);
    for (const currency of ["USD", "CAD", "EUR", "PLN", "HUF", "GBP", "JPY"])
      expect([from, currency, declaring(from, currency).length]).toEqual([
        from,
        currency,
        Number(!currencyCodes.includes(currency)),
      ]);
  }
  expect(option("DECLARED_VALUE", "US", "CA").maximum).toEqual({ amount: "50000", currencyCode: "USD" });
  expect(option("DECLARED_VALUE", "PL", "DE").currencyCodes).toEqual(["PLN", "EUR"]);
});

it("says no to everything for a service that the lane does not have, and why", () => {
  const options = ask("DE", "FR", "UPS_GROUND");
  expect(new Set(options.map(({ reason }) => reason))).toEqual(
    new Set(["UPS Ground is not supported by this service from DE to FR."]),
  );
});

it("takes Puerto Rico for a country of its own, however it is written", () => {
  const written = {
    from: { countryCode: "US", region: "PR", postalCode: null },
    to: place("CA"),
    serviceCode: null,
    packageType: null,
  };
  expect(serviceOptions(written)).toEqual(ask("PR", "CA"));
});

it("knows which services bring nothing back", () => {
  expect(option("RETURN_BY_PRINT_RETURN_LABEL", "US", "US", "UPS_GROUND").isAvailable).toBe(true);
  expect(option("RETURN_BY_PRINT_RETURN_LABEL", "US", "US", "UPS_NEXT_DAY_AIR_SAVER")).toMatchObject({
    isAvailable: false,
    reason: "UPS Next Day Air Saver does not go with this return service.",
  });
});

it("knows where customs want an invoice, exactly where a declaration is not refused", () => {
  const customs = { isDerived: false, items: [] } as unknown as NonNullable<ShipmentDetails["customs"]>;
  for (const [from, to] of lanes) {
    const isRefused = checkDeclaredLane(travelling(from, to, { customs })).some(
      ({ code, path }) => code === "OPTION_NOT_ALLOWED" && path[0] === "customs",
    );
    expect([from, to, option("COMMERCIAL_INVOICE", from, to).isAvailable]).toEqual([from, to, !isRefused]);
  }
});

it("says what an access point takes in most countries", () => {
  const query = { from: anAddress("berlin"), to: anAddress("paris"), serviceCode: null, packageType: null };
  const option = serviceOptions(query).find(({ code }) => code === "ACCESS_POINT_DELIVERY");
  expect(option?.note).toContain("up to 20 kg, 97 cm for the longest side, 300 cm of length and girth, and 5000 USD");
});
