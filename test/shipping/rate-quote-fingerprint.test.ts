import fc from "fast-check";
import type { PostalAddress } from "../../src/entities/values/postal-address.js";
import type { StoredShipmentDetails } from "../../src/entities/values/stored-shipment-details.js";
import { quoteFingerprint } from "../../src/shipping/shipment/quote-fingerprint.js";
import { anAddress, anItem, aPackage, someDetails, someOptions } from "../support/rate-builders.js";

const maybeText = fc.option(fc.string(), { nil: null });
const weight = fc.record({
  value: fc.integer({ min: 1, max: 150 }),
  unit: fc.constantFrom("LB" as const, "KG" as const),
});

const someone = fc.record({
  name: maybeText,
  company: maybeText,
  phone: maybeText,
  email: maybeText,
  taxId: maybeText,
});
const place = fc
  .record({ postalCode: fc.string(), city: fc.string(), lines: fc.array(fc.string(), { maxLength: 3 }) })
  .map((parts) => anAddress(parts));
const packages = fc.array(
  weight.map((value) => aPackage({ weight: value })),
  { minLength: 1, maxLength: 4 },
);
const details = fc
  .record({ shipFrom: place, shipTo: place, packages, shipDate: fc.constantFrom(null, "2026-05-04") })
  .map((parts) => someDetails(parts));

/** The same value with every object's keys in the opposite order, as a database may give them back. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  ) as T;
}

const withPerson = (address: PostalAddress, person: Partial<PostalAddress>) => ({ ...address, ...person });

it("gives 64 hexadecimal digits", () => {
  expect(quoteFingerprint(someDetails())).toMatch(/^[0-9a-f]{64}$/);
});

it("stays what it was for quotes that are stored already", () => {
  const full = someDetails({
    options: someOptions({
      ...{ payer: "RECIPIENT", payerAccountNumber: "A1B2C3", payerPostalCode: "10007", payerCountryCode: "US" },
      ...{ dutiesPayer: "SENDER", collectOnDelivery: { amount: "10.00", currencyCode: "USD" } },
      ...{ collectOnDeliveryFunds: "ANY_CHECK", isSaturdayDelivery: true },
    }),
    returnService: { kind: "PRINT_RETURN_LABEL", email: null, boxNumber: null },
    shipDate: "2026-05-04",
  });
  expect([someDetails(), full].map(quoteFingerprint)).toEqual([
    "6724a90619e50fa362a090bf9645457b81a266f8ddddc523fe018507a4c45aa5",
    "498378f95a4fe835072fd7ef08167cbe7b9c5881e40f9655331f2e3be82839b5",
  ]);
});

it("does not depend on the order of keys or on a round trip through JSON", () => {
  fc.assert(
    fc.property(details, (quoted) => {
      const stored = JSON.parse(JSON.stringify(reversed(quoted))) as StoredShipmentDetails;
      return quoteFingerprint(stored) === quoteFingerprint(quoted);
    }),
  );
});

it("does not depend on the people at either end", () => {
  fc.assert(
    fc.property(details, someone, someone, (quoted, sender, recipient) => {
      const other = { shipFrom: withPerson(quoted.shipFrom, sender), shipTo: withPerson(quoted.shipTo, recipient) };
      return quoteFingerprint({ ...quoted, ...other }) === quoteFingerprint(quoted);
    }),
  );
});

it("does not depend on the merchant's own texts", () => {
  const renamed = [aPackage({ reference: null, items: [anItem({ productId: null, sku: null, description: "Cup" })] })];
  expect(quoteFingerprint(someDetails({ packages: renamed }))).toBe(quoteFingerprint(someDetails()));
});

it("takes 20 and 20.00 for one amount", () => {
  const plain = [aPackage({ declaredValue: { amount: "20", currencyCode: "USD" } })];
  expect(quoteFingerprint(someDetails({ packages: plain }))).toBe(quoteFingerprint(someDetails()));
});

it("differs for every two weights", () => {
  fc.assert(
    fc.property(weight, weight, (a, b) => {
      const [first, second] = [a, b].map((value) => someDetails({ packages: [aPackage({ weight: value })] }));
      const isSame = a.value === b.value && a.unit === b.unit;
      return (quoteFingerprint(first!) === quoteFingerprint(second!)) === isSame;
    }),
  );
});

it("differs for every two postal codes, at either end", () => {
  const codes = fc.stringMatching(/^\d{5}(-\d{4})?$/);
  fc.assert(
    fc.property(codes, codes, fc.constantFrom("shipFrom" as const, "shipTo" as const), (a, b, end) => {
      const [first, second] = [a, b].map((postalCode) => someDetails({ [end]: anAddress({ postalCode }) }));
      return (quoteFingerprint(first!) === quoteFingerprint(second!)) === (a === b);
    }),
  );
});

it("is the same for one place and one payer, however they are written", () => {
  const details = (region: string, postalCode: string, payerPostalCode: string) =>
    someDetails({
      shipTo: anAddress({ region, postalCode }),
      options: someOptions({ payer: "RECIPIENT", payerAccountNumber: "A1B2C3", payerPostalCode }),
    });
  expect(quoteFingerprint(details("US-NY", "100181234", "10018 1234"))).toBe(
    quoteFingerprint(details("New York", "10018-1234", "10018-1234")),
  );
});

it.each<[string, Partial<StoredShipmentDetails>]>([
  ["country", { shipTo: anAddress({ countryCode: "CA" }) }],
  ["kind of address", { shipTo: anAddress({ residentialStatus: "RESIDENTIAL" }) }],
  ["size", { packages: [aPackage({ dimensions: null })] }],
  ["packaging", { packages: [aPackage({ packageType: "UPS_PAK" })] }],
  ["declared value", { packages: [aPackage({ declaredValue: { amount: "20.01", currencyCode: "USD" } })] }],
  ["goods", { packages: [aPackage({ items: [anItem({ quantity: 3 })] })] }],
  ["number of packages", { packages: [aPackage(), aPackage()] }],
  ["payer", { options: someOptions({ payer: "RECIPIENT", payerAccountNumber: "A1B2C3" }) }],
  ["signature", { options: someOptions({ signature: "SIGNATURE" }) }],
  ["Saturday delivery", { options: someOptions({ isSaturdayDelivery: true }) }],
  ["day of shipping", { shipDate: "2026-05-04" }],
])("differs with another %s", (_what, parts) => {
  expect(quoteFingerprint(someDetails(parts))).not.toBe(quoteFingerprint(someDetails()));
});
