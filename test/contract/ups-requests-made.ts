import fc from "fast-check";
import { type DangerousGoods, plainSubstance } from "../../src/carrier/dangerous-goods.js";
import type { ReturnService } from "../../src/carrier/returns.js";
import type { PackageDetails, ShipmentDetails } from "../../src/carrier/shipment-details.js";
import type { ShipmentNotification } from "../../src/carrier/shipment-options.js";
import type { Address } from "../../src/carrier/values.js";
import { checkAddressToValidate } from "../../src/ups/addresses/serialise-address-validation.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { upsCatalogue } from "../../src/ups/words/catalogue.js";
import { anAddress, aPackage, someDetails, someOptions } from "../ups/builders.js";
import { aCustomsItem, aDeclaration } from "../ups/customs-builders.js";

const places = fc.constantFrom(
  "newYork" as const,
  "sanFrancisco" as const,
  "sanJuan" as const,
  "toronto" as const,
  "berlin" as const,
  "paris" as const,
);
const shortText = fc.string({ minLength: 1, maxLength: 35, unit: fc.constantFrom("a", "B", "7", "é", "-") });
const maybeText = fc.option(shortText);
const side = fc.double({ min: 0.1, max: 30, noNaN: true });
const amounts = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));

/** Now and then: they have lanes and services of their own. */
const dangerousGoods: fc.Arbitrary<DangerousGoods | null> = fc.constantFrom(
  null,
  null,
  {
    ...{
      regulation: "CFR",
      transportMode: "GROUND",
      packing: "OVERPACKED",
      emergencyPhone: null,
      emergencyContact: null,
    },
    substances: [
      {
        ...plainSubstance,
        ...{ level: "LIGHTLY_REGULATED", properShippingName: "Lithium ion batteries", identificationNumber: "UN3480" },
      },
      {
        ...plainSubstance,
        ...{ level: "LIMITED_QUANTITY", properShippingName: "Paint", identificationNumber: "UN1263", hazardClass: "3" },
        ...{ packingGroup: "II", quantity: "0.5", quantityUnit: "L", packagingType: "BOX", packagingCount: 1 },
      },
    ],
    dryIce: null,
  },
  {
    ...{ regulation: "IATA", transportMode: "PASSENGER_AIRCRAFT", packing: null, substances: [] },
    ...{ emergencyPhone: "+1 212 555 0100", emergencyContact: "Ada Example" },
    dryIce: { weight: { value: 0.01, unit: "KG" }, isForMedicalUse: false },
  },
  {
    ...{ regulation: "ADR", transportMode: null, packing: null, emergencyPhone: null, emergencyContact: null },
    substances: [
      {
        ...plainSubstance,
        ...{ level: "EXCEPTED_QUANTITY", properShippingName: "Perfumery products", hazardClass: "3" },
        ...{ quantity: "0.1", quantityUnit: "L" },
      },
    ],
    dryIce: null,
  },
);

const packages: fc.Arbitrary<PackageDetails> = fc
  .record({
    weight: fc.record({
      value: fc.double({ min: 0.01, max: 60, noNaN: true }),
      unit: fc.constantFrom("LB" as const, "KG" as const),
    }),
    dimensions: fc.option(
      fc.record({ length: side, width: side, height: side, unit: fc.constantFrom("IN" as const, "CM" as const) }),
    ),
    declaredValue: fc.option(amounts.map((amount) => ({ amount, currencyCode: "USD" }))),
    contentsValue: fc.option(amounts.map((amount) => ({ amount, currencyCode: "USD" }))),
    reference: maybeText,
    description: maybeText,
    dangerousGoods,
  })
  .map((over) => aPackage(over));

const options = fc.record({
  payer: fc.constantFrom("SENDER" as const, "RECIPIENT" as const, "THIRD_PARTY" as const),
  signature: fc.constantFrom("NONE" as const, "SIGNATURE" as const, "ADULT_SIGNATURE" as const),
  isSaturdayDelivery: fc.boolean(),
  dutiesPayer: fc.constantFrom(null, "SENDER" as const, "RECIPIENT" as const),
  notifications: fc.constantFrom<ShipmentNotification[]>(
    [],
    [{ event: "DELIVERED", emails: ["ada@example.com"], memo: null }],
    [
      { event: "SHIPPED", emails: ["ada@example.com", "grace@example.com"], memo: "Thank you" },
      { event: "EXCEPTION", emails: ["ada@example.com"], memo: null },
    ],
  ),
});

/** Now and then: it excludes signatures and most lanes. */
const collection = fc.option(
  fc.record({
    collectOnDelivery: fc
      .tuple(amounts, fc.constantFrom("USD", "CAD", "EUR"))
      .map(([amount, currencyCode]) => ({ amount, currencyCode })),
    collectOnDeliveryFunds: fc.constantFrom("CASH" as const, "ANY_CHECK" as const, "CASHIERS_CHECK" as const),
    signature: fc.constant("NONE" as const),
  }),
  { freq: 1 },
);

const goods = fc.record({
  description: fc.string({ minLength: 1, maxLength: 105, unit: fc.constantFrom("a", "B", "7", "é", "-") }),
  quantity: fc.integer({ min: 1, max: 9_999_999 }),
  unitValue: amounts.map((amount) => ({ amount, currencyCode: "USD" })),
  hsCode: fc.constantFrom("4901.99", "490199", "9503 00 00 00"),
  sku: maybeText,
});
const charge = fc.option(amounts.map((amount) => ({ amount, currencyCode: "USD" })));

const declarations = fc
  .record({
    isDerived: fc.boolean(),
    reasonForExport: fc.constantFrom("SALE", "gift", "Trade fair"),
    incoterm: fc.constantFrom(null, "DAP"),
    invoiceNumber: maybeText,
    comments: maybeText,
    items: fc.array(goods.map(aCustomsItem), { minLength: 1, maxLength: 3 }),
    freightCharges: charge,
    insuranceCharges: charge,
    otherCharges: fc.option(
      amounts.map((amount) => ({ amount: { amount, currencyCode: "USD" }, description: "Packing" })),
    ),
  })
  .map(aDeclaration);

/** Now and then what comes back: one package, without options. */
const returnService = fc.option(
  fc.constantFrom<ReturnService>(
    { kind: "PRINT_RETURN_LABEL", email: null, boxNumber: null },
    { kind: "ELECTRONIC_RETURN_LABEL", email: "returns@example.com", boxNumber: null },
    { kind: "PACK_AND_COLLECT_THREE_ATTEMPTS", email: null, boxNumber: 5 },
  ),
  { freq: 1 },
);

const asReturn = (details: ShipmentDetails): ShipmentDetails =>
  details.returnService === null
    ? details
    : { ...details, accessPoint: null, options: someOptions(), packages: details.packages.slice(0, 1) };

/** Shipments of every kind the adapter can ask for, with everything UPS wants on their lanes. */
export const shipments: fc.Arbitrary<ShipmentDetails> = fc
  .record({
    from: places,
    to: places,
    residentialStatus: fc.constantFrom("RESIDENTIAL" as const, "COMMERCIAL" as const, "UNKNOWN" as const),
    packages: fc.array(packages, { minLength: 1, maxLength: 3 }),
    options,
    collection,
    contact: fc.record({
      email: fc.constantFrom(null, "ada@example.com"),
      taxId: fc.constantFrom(null, "DE123456789"),
    }),
    reference: maybeText,
    customs: fc.option(declarations),
    shipDate: fc.constantFrom(null, "2025-06-03"),
    isToAccessPoint: fc.boolean(),
    returnService,
  })
  .map(({ from, to, residentialStatus, contact, options: chosen, collection: collected, isToAccessPoint, ...rest }) =>
    someDetails({
      accessPoint: isToAccessPoint
        ? { carrierLocationId: "U12345678", name: "Corner Shop", address: anAddress(to, { name: null }) }
        : null,
      shipFrom: anAddress(from, contact),
      shipTo: anAddress(to, { residentialStatus, ...contact }),
      options: someOptions({
        ...chosen,
        ...collected,
        payerAccountNumber: "0X9Y8Z",
        payerPostalCode: "10118",
        payerCountryCode: "US",
      }),
      ...rest,
    }),
  )
  .map(asReturn);

const now = new Date("2025-06-02T12:00:00Z");
const isFine = (details: ShipmentDetails, serviceCode: string | null) =>
  checkShipment(details, serviceCode, now).length === 0;

/** A shipment with a service that our own checks allow on its lane. What has no price has no label: that is asked once. */
export const buyableShipments = fc
  .tuple(
    shipments.filter((details) => isFine(details, null)),
    fc.nat(),
  )
  .map(([details, pick]) => {
    const services = upsCatalogue.services(null, null).filter(({ code }) => isFine(details, code));
    return { details, serviceCode: services[pick % Math.max(1, services.length)]?.code ?? null };
  })
  .filter((request): request is { details: ShipmentDetails; serviceCode: string } => request.serviceCode !== null);

/** Addresses of the United States and Puerto Rico that our own checks let be asked about. */
export const validatableAddresses: fc.Arbitrary<Address> = fc
  .record({
    place: fc.constantFrom("newYork" as const, "sanFrancisco" as const, "sanJuan" as const),
    lines: fc.array(fc.constantFrom("350 5th Ave", "Suite 4", "Urb. Roosevelt", "150 Calle 1"), {
      minLength: 1,
      maxLength: 4,
    }),
    region: fc.constantFrom(null, "NY"),
    postalCode: fc.constantFrom(null, "10118", "10118-0110"),
  })
  .map(({ place, lines, region, postalCode }) => {
    const address = anAddress(place, { lines });
    return { ...address, region: region ?? address.region, postalCode };
  })
  .filter((address) => checkAddressToValidate(address).length === 0);
