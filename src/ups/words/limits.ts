import { isPartRequired } from "../../carrier/address-parts.js";

/**
 * UPS's field limits as data, so that a limit is one number in one place. Documented limits (Shipping.yaml, Rating.yaml,
 * v2409); lengths are in characters after trimming.
 */
export const textLimits = {
  name: 35,
  company: 35,
  line: 35,
  city: 30,
  region: 5,
  postalCode: 9,
  email: 50,
  taxId: 15,
  reference: 35,
  description: 50,
  /** Of one package that comes back. */
  returnedGoods: 35,
  memo: 150,
} as const;

export const maxLines = 3;
/** Digits with the country's code and extension, those of an extension, and the fewest in the United States and Canada. */
export const phoneLimits = { digits: 15, extension: 4, leastAtHome: 10 } as const;
export const maxPackages = 200;

/**
 * Per package, in the units of the system: weight, longest side, and length + 2 x (width + height). Pounds and inches: ups.com
 * for the United States, weight and size guide, and Shipping.yaml, Package_Dimensions. Kilograms and centimetres: ups.com for
 * metric countries, weight and size guide, and developer.ups.com, checking shipment size and weight; Shipping.yaml still prints
 * the 270 and 330 cm of before. UPS's two limits of length and girth are two sizes (165 in are 419 cm), so the origin's counts.
 */
export const packageLimits = {
  IMPERIAL: { weight: 150, length: 108, lengthAndGirth: 165 },
  METRIC: { weight: 70, length: 274, lengthAndGirth: 400 },
} as const;

/** Of the declaration of dangerous goods (Shipping.yaml, HazMat; of the additional description Rating.yaml, which is shorter). */
export const dangerousGoodsLimits = {
  substances: 3,
  properShippingName: 150,
  technicalName: 200,
  hazardClass: 7,
  subsidiaryRisks: 7,
  quantity: 5,
  quantityUnit: 10,
  packagingType: 255,
  packagingCount: 999,
  packingInstruction: 4,
  additionalDescription: 75,
  emergencyContact: 35,
} as const;

/** Of one package, in US dollars; UPS sets the limits in other currencies by itself. */
export const maxDeclaredUsd = "50000";

/** Of what is collected, per package or, in the European Union, per shipment; UPS names no limits in other currencies. */
export const collectLimitsUsd = { least: "0.01", most: "50000" } as const;

/** Events that UPS writes about, and addresses for each. */
export const notificationLimits = { events: 3, emails: 5 } as const;

/** Days from today: what can be priced, and how far ahead a label can be bought. */
export const shipDateWindow = { rateFrom: -35, rateTo: 60, shipTo: 7 } as const;

/** UPS's codes of the services that can be asked for Saturday; elsewhere UPS delivers on its usual days. */
export const saturdayServices: ReadonlySet<string> = new Set(["01", "02", "07", "14"]);

/** Next Day Air Early wants a person and a phone on every lane. */
export const contactServices: ReadonlySet<string> = new Set(["14"]);

/** Countries whose addresses need a postal code to be priced. */
export function needsPostalCode(country: string): boolean {
  return isPartRequired(country, "postalCode");
}

export function isAccountNumber(accountNumber: string): boolean {
  return /^[0-9A-Za-z]{6}$/.test(accountNumber);
}

/** Locator's search radius, in whole units. */
export const locationLimits = { MI: { least: 5, most: 100 }, KM: { least: 5, most: 150 } } as const;
export const maxLocations = 50;
export const maxLocationLine = 100;
/** Locator takes longer places than Ship (Locator.yaml, AddressKeyFormat). */
export const locationTextLimits = { city: 50, region: 50, postalCode: 10 } as const;
