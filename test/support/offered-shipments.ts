import fc from "fast-check";
import { toronto } from "./rate-setup.js";
import { berlin, newYork, sanFrancisco } from "./seed.js";

/** Public business addresses; the people are invented. */
const places = {
  newYork,
  berlin,
  toronto,
  honolulu: {
    ...{ name: "Front Desk", company: "Honolulu Hale", lines: ["530 S King St"], city: "Honolulu", region: "HI" },
    ...{ postalCode: "96813", countryCode: "US", phone: "8087684385" },
  },
  sanJuan: {
    ...{ name: "Recepcion", company: "Casa Alcaldia", lines: ["153 Calle San Francisco"], city: "San Juan" },
    ...{ region: "PR", postalCode: "00901", countryCode: "US", phone: "7874803000" },
  },
  paris: {
    ...{ name: "Accueil", company: "Hotel de Ville", lines: ["Place de l'Hotel de Ville"], city: "Paris" },
    ...{ postalCode: "75004", countryCode: "FR", phone: "33142764040" },
  },
  warsaw: {
    ...{ name: "Recepcja", company: "Ratusz", lines: ["Plac Bankowy 3"], city: "Warszawa" },
    ...{ postalCode: "00-950", countryCode: "PL", phone: "48224431444" },
  },
  london: {
    ...{ name: "Reception", company: "City Hall", lines: ["Kamal Chunchie Way"], city: "London" },
    ...{ postalCode: "E16 1ZE", countryCode: "GB", phone: "442079834000" },
  },
  zurich: {
    ...{ name: "Empfang", company: "Stadthaus", lines: ["Stadthausquai 17"], city: "Zuerich" },
    ...{ postalCode: "8001", countryCode: "CH", phone: "41444121111" },
  },
  tokyo: {
    ...{ name: "Reception", company: "City Hall", lines: ["2-8-1 Nishishinjuku"], city: "Shinjuku", region: "Tokyo" },
    ...{ postalCode: "163-8001", countryCode: "JP", phone: "81353211111" },
  },
  mexico: {
    ...{ name: "Recepcion", company: "Ayuntamiento", lines: ["Plaza de la Constitucion 2"], city: "Ciudad de Mexico" },
    ...{ region: "CMX", postalCode: "06000", countryCode: "MX", phone: "525553458000" },
  },
};

const { paris, london, sanJuan, tokyo } = places;

/** Where accounts are: each ships from its own country. */
export const origins = { sanFrancisco, toronto, berlin, paris, london, sanJuan, tokyo };
export type Origin = keyof typeof origins;

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const side = fc.integer({ min: 1, max: 40 });

const item = fc.record({
  description: fc.constantFrom("Poster", "Coffee mug"),
  quantity: fc.integer({ min: 1, max: 3 }),
  unitValue: fc.constantFrom("4.50", "19.00").map((amount) => ({ amount, currencyCode: "USD" })),
  hsCode: fc.constant("4911.91"),
  originCountryCode: fc.constantFrom("US", "DE"),
});

const packageTypes = [
  ...Array<string>(6).fill("UPS_CUSTOMER_PACKAGE"),
  ...["UPS_LETTER", "UPS_PAK", "UPS_TUBE", "UPS_EXPRESS_BOX", "UPS_10KG_BOX"],
];

const pkg = fc.record(
  {
    weight: fc.oneof(
      fc.record({ value: fc.integer({ min: 1, max: 160 }), unit: fc.constant("LB") }),
      fc.record({ value: fc.double({ min: 0.05, max: 75, noNaN: true }), unit: fc.constant("KG") }),
      fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: fc.constant("OZ") }),
    ),
    dimensions: maybe(fc.record({ length: side, width: side, height: side, unit: fc.constantFrom("IN", "CM") })),
    packageType: fc.constantFrom(...packageTypes),
    declaredValue: maybe(
      fc.constantFrom({ amount: "250.00", currencyCode: "USD" }, { amount: "60000.00", currencyCode: "EUR" }),
    ),
    reference: maybe(fc.constantFrom("box 1", "PO 4711")),
    items: fc.array(item, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ["weight", "packageType", "items"] },
);

const payers = [
  { payer: "RECIPIENT", payerAccountNumber: "A0B1C2", payerPostalCode: "10007" },
  { payer: "THIRD_PARTY", payerAccountNumber: "A0B1C2", payerPostalCode: "10007", payerCountryCode: "US" },
];

/** Each on its own most of the time: all at once are seldom allowed. */
const options = fc
  .record({
    signature: fc.constantFrom("NONE", "NONE", "NONE", "SIGNATURE", "ADULT_SIGNATURE"),
    isSaturdayDelivery: fc.constantFrom(false, false, true),
    dutiesPayer: fc.constantFrom("RECIPIENT", "SENDER"),
    generateReturnLabel: fc.constantFrom(false, false, false, true),
    payer: fc.constantFrom({}, {}, {}, {}, ...payers),
    collection: fc.constantFrom({}, {}, {}, { collectOnDelivery: { amount: "40.00", currencyCode: "USD" } }),
  })
  .map(({ payer, collection, ...plain }) => ({ ...plain, ...payer, ...collection }));

type Way = "INLINE" | "DRAFT" | "RETURN" | "BY_NAME";

const ordinary = fc.record({
  origin: fc.constantFrom(...(Object.keys(origins) as Origin[])),
  place: fc.constantFrom(...Object.values(places)),
  packages: fc.array(pkg, { minLength: 1, maxLength: 2 }),
  options,
  isDeclared: fc.boolean(),
  /** Inline, saved before, or coming back; or by the methods of services that are rated by name. */
  way: fc.constantFrom<Way>("INLINE", "INLINE", "DRAFT", "RETURN", "BY_NAME"),
  /** Which of the offers are taken. */
  picks: fc.tuple(fc.nat(), fc.nat()),
});

/** As services that are rated by name want it. */
const byName = fc.record({
  parts: ordinary,
  pkg: fc.record({
    weight: fc.record({ value: fc.integer({ min: 1, max: 45 }), unit: fc.constantFrom("LB", "OZ") }),
    size: side,
  }),
  isSigned: fc.boolean(),
});

/** A shipment with all that a label takes: what is wrong with it is not that something is missing. */
export const offeredShipment = fc.oneof(
  { weight: 4, arbitrary: ordinary },
  {
    weight: 1,
    arbitrary: byName.map(({ parts, pkg: { weight, size }, isSigned }) => ({
      ...parts,
      origin: "sanFrancisco" as Origin,
      way: "BY_NAME" as Way,
      packages: parts.packages.slice(0, 1).map((box) => ({
        ...box,
        weight,
        dimensions: { length: size, width: 8, height: 5, unit: "IN" },
        packageType: "UPS_CUSTOMER_PACKAGE",
        declaredValue: undefined,
      })),
      options: isSigned ? { signature: "SIGNATURE" } : {},
    })),
  },
);

export type OfferedShipment = typeof offeredShipment extends fc.Arbitrary<infer T> ? T : never;
