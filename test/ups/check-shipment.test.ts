import fc from "fast-check";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import type { Address, FieldProblem } from "../../src/carrier/values.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { shipmentNotices } from "../../src/ups/checks/shipment-notices.js";
import { maxPackages, packageLimits, textLimits } from "../../src/ups/words/limits.js";
import { anAddress, aPackage, someDetails, someOptions } from "./builders.js";

const now = new Date("2025-06-02T12:00:00Z");
const check = (details: ShipmentDetails, service: string | null = null) => checkShipment(details, service, now);
const brief = (problems: FieldProblem[]) => problems.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("text limits", () => {
  const fields = ["name", "company", "city", "taxId"] as const;
  const letters = (length: number) =>
    fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom("a", "é", "Z", "-") });

  it.each(fields.flatMap((field) => [["shipFrom", field] as const, ["shipTo", field] as const]))(
    "takes %s.%s up to its limit and refuses one character more",
    (side, field) => {
      const limit = textLimits[field];
      fc.assert(
        fc.property(letters(limit), letters(limit + 1), (fitting, tooLong) => {
          const withText = (text: string) => someDetails({ [side]: anAddress("newYork", { [field]: text }) });
          expect(check(withText(fitting), "UPS_GROUND")).toEqual([]);
          expect(brief(check(withText(tooLong), "UPS_GROUND"))).toEqual([`TOO_LONG ${side}.${field}`]);
        }),
      );
    },
  );

  it("takes three lines of 35 characters, and says which line is too long", () => {
    const line = "a".repeat(textLimits.line);
    const at = (lines: string[]) => someDetails({ shipTo: anAddress("sanFrancisco", { lines }) });
    expect(check(at([line, line, line]), "UPS_GROUND")).toEqual([]);
    expect(brief(check(at([line, `${line}b`])))).toEqual(["TOO_LONG shipTo.lines.1"]);
    expect(brief(check(at([line, line, line, "b"])))).toEqual(["TOO_LONG shipTo.lines"]);
  });

  it("takes any region where UPS needs none of its own, but no control characters", () => {
    const at = (region: string) =>
      someDetails({ shipFrom: anAddress("berlin"), shipTo: anAddress("paris", { region }) });
    expect(check(at("75-AB"))).toEqual([]);
    expect(check(at("Île-de-France"))).toEqual([]);
    expect(brief(check(at("Île-de-\u0007France")))).toEqual(["INVALID shipTo.region"]);
  });

  it("takes 15 digits of phone, whatever stands between them", () => {
    const at = (phone: string) => someDetails({ shipTo: anAddress("paris", { phone }) });
    expect(check(at("+49 (89) 233-001.234/56"))).toEqual([]);
    expect(brief(check(at("+49 89 233 001 234 567")))).toEqual(["TOO_LONG shipTo.phone"]);
    expect(brief(check(at("555-0100 ext. 7")))).toEqual(["INVALID shipTo.phone"]);
  });

  it("takes a package's reference up to its limit, and any number of goods: as many are told as fit", () => {
    const at = (part: object) => brief(check(someDetails({ packages: [aPackage(part)] })));
    const { reference } = textLimits;
    expect(at({ reference: "x".repeat(reference) })).toEqual([]);
    expect(at({ reference: "x".repeat(reference + 1) })).toEqual(["TOO_LONG packages.0.reference"]);
    expect(at({ description: "Book, ".repeat(99) })).toEqual([]);
  });

  it("takes a shipment's reference up to its limit", () => {
    expect(check(someDetails({ reference: "x".repeat(35) }))).toEqual([]);
    expect(brief(check(someDetails({ reference: "x".repeat(36) })))).toEqual(["TOO_LONG reference"]);
  });
});

describe("weights and sizes", () => {
  const imperial = packageLimits.IMPERIAL;
  const metric = packageLimits.METRIC;
  const german = { shipFrom: anAddress("berlin"), shipTo: anAddress("paris") };

  it("takes a weight up to the limit and refuses whatever rounds up over it", () => {
    const weighing = (value: number) =>
      someDetails({ packages: [aPackage(), aPackage({ weight: { value, unit: "LB" } })] });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: imperial.weight, noNaN: true }), (value) => {
        expect(check(weighing(value))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: imperial.weight + 1e-6, max: 10_000, noNaN: true }), (value) => {
        expect(brief(check(weighing(value)))).toEqual(["INVALID packages.1.weight.value"]);
      }),
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses a weight of %d", (value) => {
    const details = someDetails({ packages: [aPackage({ weight: { value, unit: "LB" } })] });
    expect(brief(check(details))).toEqual(["INVALID packages.0.weight.value"]);
  });

  it("measures in the origin's units", () => {
    const weighing = (value: number) =>
      someDetails({ ...german, packages: [aPackage({ weight: { value, unit: "KG" } })] });
    expect(check(weighing(metric.weight))).toEqual([]);
    expect(brief(check(weighing(metric.weight + 0.1)))).toEqual(["INVALID packages.0.weight.value"]);
  });

  it("takes the longest side up to its limit, whichever side it is", () => {
    const sized = (length: number, width: number, height: number) =>
      someDetails({ packages: [aPackage({ dimensions: { length, width, height, unit: "IN" } })] });
    expect(check(sized(imperial.length, 5, 5))).toEqual([]);
    expect(brief(check(sized(5, imperial.length + 1, 5)))).toEqual(["INVALID packages.0.dimensions.width"]);
    expect(brief(check(sized(5, 0, 5)))).toEqual(["INVALID packages.0.dimensions.width"]);
  });

  it("takes length and girth up to the limit", () => {
    const sized = (length: number) =>
      someDetails({ packages: [aPackage({ dimensions: { length, width: 20, height: 10, unit: "IN" } })] });
    expect(check(sized(imperial.lengthAndGirth - 60))).toEqual([]);
    expect(brief(check(sized(imperial.lengthAndGirth - 59)))).toEqual(["INVALID packages.0.dimensions"]);
    const metricSized = (length: number) =>
      someDetails({ ...german, packages: [aPackage({ dimensions: { length, width: 50, height: 50, unit: "CM" } })] });
    expect(check(metricSized(metric.lengthAndGirth - 200))).toEqual([]);
    expect(brief(check(metricSized(metric.lengthAndGirth - 199)))).toEqual(["INVALID packages.0.dimensions"]);
  });

  it("takes 1 to 200 packages", () => {
    const packages = (count: number) => someDetails({ packages: Array.from({ length: count }, () => aPackage()) });
    expect(check(packages(maxPackages))).toEqual([]);
    expect(brief(check(packages(maxPackages + 1)))).toEqual(["TOO_LONG packages"]);
    expect(brief(check(packages(0)))).toEqual(["REQUIRED packages"]);
  });
});

describe("money", () => {
  const declaring = (...values: [string, string][]) =>
    someDetails({
      packages: values.map(([amount, currencyCode]) => aPackage({ declaredValue: { amount, currencyCode } })),
    });

  it("takes declared values up to 50,000 USD in one currency", () => {
    expect(check(declaring(["50000", "USD"], ["0.01", "USD"]))).toEqual([]);
    expect(brief(check(declaring(["50000.01", "USD"])))).toEqual(["INVALID packages.0.declaredValue.amount"]);
    expect(brief(check(declaring(["1", "USD"], ["1", "EUR"])))).toEqual([
      "INVALID packages",
      "INVALID packages.1.declaredValue.currencyCode",
    ]);
  });

  it.each(["0", "-1", "1.234", "1,00", "free", ""])("refuses the amount '%s'", (amount) => {
    expect(brief(check(declaring([amount, "USD"])))).toEqual(["INVALID packages.0.declaredValue.amount"]);
  });

  it("refuses what is no currency code", () => {
    expect(brief(check(declaring(["1", "dollar"])))).toEqual(["INVALID packages.0.declaredValue.currencyCode"]);
  });
});

describe("addresses", () => {
  it.each([
    ["sanFrancisco", "94111", true],
    ["sanFrancisco", "94111-4209", true],
    ["sanFrancisco", "9411", false],
    ["sanFrancisco", "941114", false],
    ["sanJuan", "00901", true],
    ["sanJuan", "901", false],
    ["toronto", "m5v 3l9", true],
    ["toronto", "M5V3L", false],
    ["toronto", "12345", false],
    ["berlin", "10117", true],
    ["berlin", "1234567890", false],
  ] as const)("judges the postal code of %s: %s", (place, postalCode, isGood) => {
    const problems = check(someDetails({ shipTo: anAddress(place, { postalCode }) }));
    expect(problems.every((problem) => problem.path.join(".") === "shipTo.postalCode")).toBe(true);
    expect(problems.length === 0).toBe(isGood);
  });

  it("needs only country and postal code to price, and everything to ship", () => {
    const bare: Partial<Address> = { name: null, company: null, lines: [], city: null, region: null, phone: null };
    const details = someDetails({ shipTo: anAddress("sanFrancisco", bare) });
    expect(check(details)).toEqual([]);
    expect(brief(check(details, "UPS_GROUND"))).toEqual([
      "REQUIRED shipTo.name",
      "REQUIRED shipTo.lines",
      "REQUIRED shipTo.city",
      "REQUIRED shipTo.region",
    ]);
  });

  it("needs a phone abroad and for Next Day Air Early", () => {
    const silent = { shipTo: anAddress("sanFrancisco", { phone: null }) };
    expect(check(someDetails(silent), "UPS_NEXT_DAY_AIR")).toEqual([]);
    expect(brief(check(someDetails(silent), "UPS_NEXT_DAY_AIR_EARLY"))).toEqual(["REQUIRED shipTo.phone"]);
    const abroad = someDetails({
      shipFrom: anAddress("newYork", { phone: null }),
      shipTo: anAddress("berlin"),
      packages: [aPackage({ description: "Books" })],
    });
    expect(brief(check(abroad, "UPS_WORLDWIDE_SAVER"))).toEqual(["REQUIRED shipFrom.phone"]);
  });

  it("refuses a country that is none and a state that is no code", () => {
    expect(brief(check(someDetails({ shipTo: anAddress("berlin", { countryCode: "Germany" }) })))).toEqual([
      "INVALID shipTo.countryCode",
    ]);
    expect(brief(check(someDetails({ shipTo: anAddress("sanFrancisco", { region: "Calif" }) }), "UPS_GROUND"))).toEqual(
      ["INVALID shipTo.region"],
    );
  });
});

describe("services, packaging and options", () => {
  it.each([
    ["UPS_GROUND", "newYork", "sanFrancisco", []],
    ["UPS_GROUND", "berlin", "paris", ["NOT_ALLOWED service"]],
    ["UPS_STANDARD", "newYork", "sanFrancisco", ["NOT_ALLOWED service"]],
    ["UPS_STANDARD", "berlin", "paris", []],
    ["UPS_WORLDWIDE_SAVER", "toronto", "newYork", []],
    ["UPS_EXPRESS_12_00", "berlin", "paris", ["NOT_ALLOWED service"]],
    ["UPS_TELEPORT", "newYork", "sanFrancisco", ["INVALID service"]],
  ] as const)("judges %s from %s to %s", (service, from, to, expected) => {
    const packages = [aPackage({ description: "Books" })];
    expect(brief(check(someDetails({ shipFrom: anAddress(from), shipTo: anAddress(to), packages }), service))).toEqual(
      expected,
    );
  });

  it("refuses a UPS Letter with Ground and packaging that UPS does not have", () => {
    const packed = (packageType: string) => someDetails({ packages: [aPackage({ packageType })] });
    expect(check(packed("UPS_LETTER"), "UPS_NEXT_DAY_AIR")).toEqual([]);
    expect(brief(check(packed("UPS_LETTER"), "UPS_GROUND"))).toEqual(["NOT_ALLOWED packages.0.packageType"]);
    expect(brief(check(packed("SHOE_BOX")))).toEqual(["INVALID packages.0.packageType"]);
  });

  it("refuses Saturday with a service that has none", () => {
    const details = someDetails({ options: someOptions({ isSaturdayDelivery: true }) });
    expect(check(details)).toEqual([]);
    expect(check(details, "UPS_NEXT_DAY_AIR")).toEqual([]);
    expect(brief(check(details, "UPS_GROUND"))).toEqual(["OPTION_NOT_ALLOWED options.isSaturdayDelivery"]);
  });

  it.each([
    [{ payer: "RECIPIENT" }, ["REQUIRED options.payerAccountNumber"]],
    [{ payer: "RECIPIENT", payerAccountNumber: "0X9Y8Z" }, ["REQUIRED options.payerPostalCode"]],
    [{ payer: "RECIPIENT", payerAccountNumber: "0X9Y8Z", payerPostalCode: "94111" }, []],
    [{ payer: "RECIPIENT", payerAccountNumber: "0X9Y8Z", payerCountryCode: "DE" }, []],
    [
      { payer: "RECIPIENT", payerAccountNumber: "0X9Y8Z", payerCountryCode: "Germany", payerPostalCode: "1" },
      ["INVALID options.payerCountryCode"],
    ],
    [
      { payer: "RECIPIENT", payerAccountNumber: "0X9Y8", payerPostalCode: "94111" },
      ["INVALID options.payerAccountNumber"],
    ],
    [
      { payer: "THIRD_PARTY", payerAccountNumber: "0X9Y8Z" },
      ["REQUIRED options.payerCountryCode", "REQUIRED options.payerPostalCode"],
    ],
    [
      { payer: "THIRD_PARTY", payerAccountNumber: "0X9Y8Z", payerCountryCode: "US", payerPostalCode: "123" },
      ["INVALID options.payerPostalCode"],
    ],
  ] as const)("judges the payer %j", (options, expected) => {
    expect(brief(check(someDetails({ options: someOptions(options) })))).toEqual(expected);
  });

  it("needs the value of the goods to Canada and Puerto Rico, and what they are across borders", () => {
    const to = (place: "toronto" | "sanJuan", over = {}) =>
      someDetails({ shipTo: anAddress(place), packages: [aPackage(over)] });
    expect(brief(check(to("toronto"), "UPS_STANDARD"))).toEqual([
      "REQUIRED packages.0.description",
      "REQUIRED packages.0.contentsValue",
    ]);
    for (const value of ["declaredValue", "contentsValue"]) {
      const valued = { description: "Books", [value]: { amount: "10", currencyCode: "USD" } };
      expect(check(to("toronto", valued), "UPS_STANDARD")).toEqual([]);
      expect(check(to("sanJuan", valued), "UPS_GROUND")).toEqual([]);
    }
  });

  const money = (amount: string, currencyCode = "USD") => ({ amount, currencyCode });
  const inside = (amount: string, currencyCode?: string) => ({ contentsValue: money(amount, currencyCode) });
  const declared = (amount: string, currencyCode?: string) => ({ declaredValue: money(amount, currencyCode) });

  it.each([
    ["nothing of the second package", [inside("10"), {}], ["REQUIRED packages.1.contentsValue"]],
    ["contents of one, a declared value of the other", [inside("10"), declared("5")], []],
    ["two currencies", [inside("10"), inside("10", "CAD")], ["REQUIRED packages.0.contentsValue"]],
    [
      "two currencies, yet declared in one",
      [inside("10", "CAD"), inside("9")].map((pkg) => ({ ...pkg, ...declared("9") })),
      [],
    ],
    ["no currency", [inside("10", "usd")], ["REQUIRED packages.0.contentsValue"]],
    ["gifts worth nothing", [inside("0.00")], ["INVALID packages.0.contentsValue"]],
    ["less than a dollar", [inside("0.99")], ["INVALID packages.0.contentsValue"]],
    ["a dollar in two packages", [inside("0.40"), inside("0.60")], []],
    ["more than UPS takes", [inside("100000000")], ["INVALID packages.0.contentsValue"]],
  ])("judges the value of the goods when it knows %s", (_name, packages, expected) => {
    const details = someDetails({
      shipTo: anAddress("sanJuan"),
      packages: packages.map((pkg) => aPackage({ description: "Mug", ...pkg })),
    });
    const problems = check(details, "UPS_GROUND");
    expect(brief(problems)).toEqual(expected);
    for (const { message } of problems) expect(message).toMatch(/unitValue.*declaredValue/);
  });

  it("says which references the shipment level cannot hold", () => {
    const packages = Array.from({ length: 6 }, (_, index) => aPackage({ reference: `box ${index}` }));
    const abroad = someDetails({ shipTo: anAddress("berlin"), packages });
    expect(brief(check(abroad))).toEqual(["NOT_ALLOWED packages.4.reference", "NOT_ALLOWED packages.5.reference"]);
    expect(check(someDetails({ packages }))).toEqual([]);
  });

  it.each([
    ["2025-06-02", "UPS_GROUND", []],
    ["2025-06-09", "UPS_GROUND", []],
    ["2025-06-10", "UPS_GROUND", ["INVALID shipDate"]],
    ["2025-06-01", "UPS_GROUND", []],
    ["2025-05-31", "UPS_GROUND", ["INVALID shipDate"]],
    ["2025-08-01", null, []],
    ["2025-08-02", null, ["INVALID shipDate"]],
    ["2025-02-30", null, ["INVALID shipDate"]],
    ["02.06.2025", null, ["INVALID shipDate"]],
  ])("judges the ship date %s with %s", (shipDate, service, expected) => {
    expect(brief(check(someDetails({ shipDate }), service))).toEqual(expected);
  });
});

it.each([
  ["2025-06-09", []],
  ["2025-06-10", ["SHIP_DATE_AHEAD"]],
  ["2025-08-01", ["SHIP_DATE_AHEAD"]],
])("tells with prices and drafts that no label is sold yet for %s: %j", (shipDate, codes) => {
  expect(shipmentNotices(someDetails({ shipDate }), now).map(({ code }) => code)).toEqual(codes);
});

describe("countries", () => {
  it.each(["ZZ", "XX", "EN", "D", ""])("are those of ISO 3166-1: %p is none", (countryCode) => {
    const shipTo = { ...anAddress("paris"), countryCode };
    for (const service of [null, "UPS_STANDARD"])
      expect(brief(check(someDetails({ shipTo }), service))[0]).toBe("INVALID shipTo.countryCode");
  });
});

describe("texts that are printed", () => {
  const parts = ["name", "company", "city", "taxId"] as const;
  const controls = ["\n", "\r", "\t", "\u0000", "\u001b", "\u0085", "\u2028"];

  it.each(parts)("hold no control characters: %s of an address", (part) => {
    for (const sign of controls) {
      const shipTo = { ...anAddress("sanFrancisco"), [part]: `Ada${sign}E` };
      expect(brief(check(someDetails({ shipTo })))).toEqual([`INVALID shipTo.${part}`]);
    }
  });

  it("hold none in lines, references, descriptions and memos", () => {
    const shipTo = anAddress("sanFrancisco", { lines: ["1 Main St", "Floor\n2"] });
    const notifications = [{ event: "DELIVERED" as const, emails: ["ada@example.com"], memo: "Dear\nAda" }];
    const details = someDetails({
      ...{ shipTo, reference: "A\tB", options: someOptions({ notifications }) },
      packages: [aPackage({ description: "Mugs\u001b", reference: "1\r2" })],
    });
    expect(brief(check(details, "UPS_GROUND"))).toEqual(
      expect.arrayContaining([
        ...["INVALID shipTo.lines.1", "INVALID reference", "INVALID packages.0.description"],
        ...["INVALID packages.0.reference", "INVALID options.notifications.0.memo"],
      ]),
    );
  });

  it("may have blanks around them, and any letters on request", () => {
    const shipTo = anAddress("sanFrancisco", { name: " Zoë 東京 \n", company: "مقهى" });
    const options = someOptions({ letters: "TRANSLITERATE" });
    expect(check(someDetails({ shipTo, options }), "UPS_GROUND")).toEqual([]);
  });
});
