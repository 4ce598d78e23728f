import type { CarrierAccountAccess } from "../../src/carrier/account-access.js";
import type { RateRequest } from "../../src/carrier/rating.js";
import { SecretText } from "../../src/carrier/secret-text.js";
import type { PackageDetails, ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { plainOptions, type ShipmentOptionsDetails } from "../../src/carrier/shipment-options.js";
import type { ShipRequest } from "../../src/carrier/shipping.js";
import type { Address } from "../../src/carrier/values.js";

/** Public business addresses; the people are invented. */
export const addresses = {
  newYork: {
    name: "Ada Example",
    company: "Example Books",
    lines: ["350 5th Ave"],
    city: "New York",
    region: "NY",
    postalCode: "10118",
    countryCode: "US",
    phone: "+1 212 555 0100",
  },
  sanFrancisco: {
    name: "Grace Sample",
    company: null,
    lines: ["1 Ferry Building"],
    city: "San Francisco",
    region: "CA",
    postalCode: "94111-4209",
    countryCode: "US",
    phone: "415 555 0101",
  },
  sanJuan: {
    name: "Luz Muestra",
    company: null,
    lines: ["151 Calle Fortaleza"],
    city: "San Juan",
    region: "PR",
    postalCode: "00901",
    countryCode: "US",
    phone: "787 555 0102",
  },
  toronto: {
    name: "Max Sample",
    company: null,
    lines: ["290 Bremner Blvd"],
    city: "Toronto",
    region: "ON",
    postalCode: "m5v 3l9",
    countryCode: "CA",
    phone: "416 555 0103",
  },
  berlin: {
    name: "Erika Beispiel",
    company: null,
    lines: ["Pariser Platz 1"],
    city: "Berlin",
    region: null,
    postalCode: "10117",
    countryCode: "DE",
    phone: "+49 30 5550104",
  },
  paris: {
    name: "Jean Exemple",
    company: "Librairie Exemple",
    lines: ["Champ de Mars", "5 Avenue Anatole France"],
    city: "Paris",
    region: null,
    postalCode: "75007",
    countryCode: "FR",
    phone: "+33 1 55 50 01 05",
  },
} as const;

export function anAddress(place: keyof typeof addresses = "newYork", over: Partial<Address> = {}): Address {
  const { lines, ...address } = addresses[place];
  return { email: null, taxId: null, residentialStatus: "UNKNOWN", ...address, lines: [...lines], ...over };
}

export function aPackage(over: Partial<PackageDetails> = {}): PackageDetails {
  return {
    weight: { value: 2.5, unit: "LB" },
    dimensions: null,
    packageType: "UPS_CUSTOMER_PACKAGE",
    declaredValue: null,
    contentsValue: null,
    reference: null,
    description: null,
    dangerousGoods: null,
    ...over,
  };
}

export function someOptions(over: Partial<ShipmentOptionsDetails> = {}): ShipmentOptionsDetails {
  return { ...plainOptions, ...over };
}

export function someDetails(over: Partial<ShipmentDetails> = {}): ShipmentDetails {
  return {
    shipFrom: anAddress("newYork"),
    shipTo: anAddress("sanFrancisco"),
    packages: [aPackage()],
    options: someOptions(),
    reference: null,
    shipDate: null,
    accessPoint: null,
    customs: null,
    returnService: null,
    ...over,
  };
}

export function aRateRequest(over: Partial<RateRequest> = {}): RateRequest {
  return { details: someDetails(), serviceCode: null, weightUnit: null, dimensionUnit: null, ...over };
}

export function aShipRequest(over: Partial<ShipRequest> = {}): ShipRequest {
  return {
    details: someDetails(),
    serviceCode: "UPS_GROUND",
    labelFormat: "GIF",
    carrierReference: "A0000000000001",
    weightUnit: null,
    dimensionUnit: null,
    ...over,
  };
}

export function anAccount(
  over: Partial<Omit<CarrierAccountAccess, "credentials">> & {
    clientId?: string;
    clientSecret?: string;
  } = {},
): CarrierAccountAccess {
  const { clientId = "client-one", clientSecret = "secret-one", ...rest } = over;
  return {
    tenantId: "tenant-1",
    accountId: "account-1",
    environment: "SIMULATOR",
    accountNumber: "0A1B2C",
    credentialVersion: 1,
    shipper: anAddress("newYork"),
    credentials: { clientId: new SecretText(clientId), clientSecret: new SecretText(clientSecret) },
    ...rest,
  };
}
