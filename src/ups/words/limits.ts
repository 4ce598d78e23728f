import { isPartRequired } from "../../carrier/address-parts.js";

/**
 * UPS's limits as data: each number once, beside the specification (v2409) or page that it is from. Lengths are in characters
 * after trimming. In Shipping.yaml Shipper, ShipTo and ShipFrom agree.
 */
export const textLimits = {
  /** Shipping.yaml, AttentionName. */
  name: 35,
  /** Shipping.yaml, Name. */
  company: 35,
  /** Shipping.yaml, Address: AddressLine, City, StateProvinceCode, PostalCode. */
  line: 35,
  city: 30,
  region: 5,
  postalCode: 9,
  /** Shipping.yaml, EMailAddress; of notifications too. */
  email: 50,
  /** Shipping.yaml, TaxIdentificationNumber; UPS's older guide, 120218. */
  taxId: 15,
  /** Shipping.yaml, ReferenceNumber.Value. */
  reference: 35,
  /** Shipping.yaml, Shipment.Description. */
  description: 50,
  /** Of one package that comes back: Shipping.yaml, Package.Description. */
  returnedGoods: 35,
  /** Shipping.yaml, Notification.EMail.Memo; UPS's older guide, 120515. */
  memo: 150,
} as const;

/** Shipping.yaml, AddressLine: three. */
export const maxLines = 3;
/**
 * Digits with the country's code and extension, those of an extension (Shipping.yaml, Phone), and the fewest in the United
 * States and Canada (UPS's older guide, 120115 and its siblings).
 */
export const phoneLimits = { digits: 15, extension: 4, leastAtHome: 10 } as const;
/** Shipping.yaml, Shipment.Package. */
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

/**
 * Of what goes to an access point: ups.com, package requirements of access points (pages of several countries of 2020 and
 * later). UPS makes exceptions by country, so that they are told and not enforced.
 */
export const accessPointLimits = { kilograms: 20, centimetres: 97, lengthAndGirthCm: 300, valueUsd: 5000 } as const;

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

/**
 * Of one package, in US dollars: Rating.yaml, DeclaredValue, "Remote" (for "Local" 5,000, without saying which is which), and
 * UPS's older guide, 121025. UPS sets the limits in other currencies by itself.
 */
export const maxDeclaredUsd = "50000";

/**
 * Of what is collected, per package or, in the European Union, per shipment: Shipping.yaml, CODAmount, and UPS's older guide,
 * 121115 and 121125. UPS names no limits in other currencies.
 */
export const collectLimitsUsd = { least: "0.01", most: "50000" } as const;

/** Events that UPS writes about, and addresses for each: Shipping.yaml, Notification and its EMailAddress. */
export const notificationLimits = { events: 3, emails: 5 } as const;

/** Days from today: what can be priced (Rating.yaml, Pickup.Date), how far ahead a label is bought (Shipping.yaml, ShipmentDate). */
export const shipDateWindow = { rateFrom: -35, rateTo: 60, shipTo: 7 } as const;

/**
 * UPS's codes of the services that can be asked for Saturday; elsewhere UPS delivers on its usual days. ups.com, Saturday
 * delivery, by name of the service: no specification lists them.
 */
export const saturdayServices: ReadonlySet<string> = new Set(["01", "02", "07", "14"]);

/** Next Day Air Early wants a person and a phone on every lane (Shipping.yaml, ShipTo.AttentionName). */
export const contactServices: ReadonlySet<string> = new Set(["14"]);

/** Countries whose addresses need a postal code to be priced. */
export function needsPostalCode(country: string): boolean {
  return isPartRequired(country, "postalCode");
}

/** Six letters or digits (Shipping.yaml, ShipperNumber; UPS's older guide, 120113). */
export function isAccountNumber(accountNumber: string): boolean {
  return /^[0-9A-Za-z]{6}$/.test(accountNumber);
}

/** Locator's search radius, in whole units (Locator.yaml, SearchRadius). */
export const locationLimits = { MI: { least: 5, most: 100 }, KM: { least: 5, most: 150 } } as const;
/** Locator.yaml, MaximumListSize. */
export const maxLocations = 50;
/** Locator.yaml, AddressKeyFormat: AddressLine, and places that are longer than Ship's. */
export const maxLocationLine = 100;
export const locationTextLimits = { city: 50, region: 50, postalCode: 10 } as const;
