import { type CustomsDeclaration, plainItem, plainTerms } from "../carrier/customs.js";
import type { RateRequest } from "../carrier/rating.js";
import type { ShipmentDetails } from "../carrier/shipment-details.js";
import type { LabelFormat, ShipRequest } from "../carrier/shipping.js";
import type { Address } from "../carrier/values.js";
import { sampleRateRequest } from "../ups/rating/sample-rate-request.js";
import type { Own } from "./probe.js";

const nobody = { name: "Front Desk", email: null, taxId: null, region: null, residentialStatus: "UNKNOWN" } as const;

/** Public buildings, none of them anybody's home. */
export const places = {
  sanFrancisco: {
    ...{ ...nobody, company: "City Hall", lines: ["1 Dr Carlton B Goodlett Pl"], city: "San Francisco", region: "CA" },
    ...{ postalCode: "94102", countryCode: "US", phone: "4155544000" },
  },
  newYork: {
    ...{ ...nobody, company: "City Hall", lines: ["City Hall Park"], city: "New York", region: "NY" },
    ...{ postalCode: "10007", countryCode: "US", phone: "2127883000" },
  },
  toronto: {
    ...{ ...nobody, company: "City Hall", lines: ["100 Queen St W"], city: "Toronto", region: "ON" },
    ...{ postalCode: "M5H 2N2", countryCode: "CA", phone: "4163922489" },
  },
  berlin: {
    ...{ ...nobody, company: "Rotes Rathaus", lines: ["Rathausstr. 15"], city: "Berlin" },
    ...{ postalCode: "10178", countryCode: "DE", phone: "49309026" },
  },
  tenerife: {
    ...{ ...nobody, company: "Cabildo", lines: ["Plaza de Espana 1"], city: "Santa Cruz de Tenerife" },
    ...{ postalCode: "38003", countryCode: "ES", phone: "34922239500" },
  },
} satisfies Record<string, Address>;

export const toNewYork = (over: Partial<Address> = {}) => ({ shipTo: { ...places.newYork, ...over } });

/** A pound from the account's address to New York, with what is changed. */
export function someDetails({ account }: Own, over: Partial<ShipmentDetails> = {}): ShipmentDetails {
  return { ...sampleRateRequest(account).details, ...toNewYork(), ...over };
}

export function rateRequest(own: Own, over: Partial<ShipmentDetails> = {}, serviceCode: string | null = null) {
  const request: RateRequest = { ...sampleRateRequest(own.account), serviceCode, details: someDetails(own, over) };
  return request;
}

/** `probe`: whose reference it is booked under. */
export function shipRequest(own: Own, probe: string, labelFormat: LabelFormat, over: Partial<ShipmentDetails> = {}) {
  const details = someDetails(own, over);
  const serviceCode = details.customs === null ? "UPS_GROUND" : "UPS_WORLDWIDE_SAVER";
  const units = { weightUnit: null, dimensionUnit: null };
  return { details, serviceCode, labelFormat, carrierReference: own.reference(probe), ...units } satisfies ShipRequest;
}

export const twoBooks: CustomsDeclaration = {
  ...plainTerms,
  isDerived: false,
  reasonForExport: "SALE",
  currencyCode: "USD",
  items: [
    {
      ...{
        ...plainItem,
        description: "Hardcover novel",
        quantity: 2,
        unitValue: { amount: "12.50", currencyCode: "USD" },
      },
      ...{ hsCode: "4901.99", originCountryCode: "US" },
    },
  ],
};
