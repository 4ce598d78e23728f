/** Requests as a merchant's program would send them: public business addresses, invented accounts. */

type Json = Record<string, unknown>;

export const ownAccount = "A1B2C3";

export const newYork = {
  AddressLine: ["1000 5th Ave"],
  City: "New York",
  StateProvinceCode: "NY",
  PostalCode: "10028",
  CountryCode: "US",
};
export const chicago = {
  AddressLine: ["111 S Michigan Ave"],
  City: "Chicago",
  StateProvinceCode: "IL",
  PostalCode: "60603",
  CountryCode: "US",
};
export const ottawa = {
  AddressLine: ["380 Sussex Dr"],
  City: "Ottawa",
  StateProvinceCode: "ON",
  PostalCode: "K1N9N4",
  CountryCode: "CA",
};
export const toronto = {
  AddressLine: ["317 Dundas St W"],
  City: "Toronto",
  StateProvinceCode: "ON",
  PostalCode: "M5T1G4",
  CountryCode: "CA",
};
export const paris = { AddressLine: ["Rue de Rivoli"], City: "Paris", PostalCode: "75001", CountryCode: "FR" };
export const munich = { AddressLine: ["Museumsinsel 1"], City: "München", PostalCode: "80538", CountryCode: "DE" };
export const zurich = { AddressLine: ["Heimplatz 1"], City: "Zürich", PostalCode: "8001", CountryCode: "CH" };

export interface RequestParts {
  account?: string;
  from?: Json;
  to?: Json;
  toName?: string;
  service?: string;
  /** Merged into each package. */
  pkg?: Json;
  packages?: Json[];
  /** Merged into `Shipment`. */
  shipment?: Json;
  labelFormat?: string;
}

function measured(from: Json, packagingName: string): Json {
  const isImperial = from.CountryCode === "US" || from.CountryCode === "PR";
  return {
    [packagingName]: { Code: "02" },
    Dimensions: {
      UnitOfMeasurement: { Code: isImperial ? "IN" : "CM" },
      Length: "10",
      Width: "8",
      Height: "6",
    },
    PackageWeight: { UnitOfMeasurement: { Code: isImperial ? "LBS" : "KGS" }, Weight: "5" },
  };
}

export function rateRequest(parts: RequestParts = {}): Json {
  const { account = ownAccount, from = newYork, to = chicago, service = "03", packages = [{}] } = parts;
  return {
    RateRequest: {
      Request: { RequestOption: "Rate", TransactionReference: { CustomerContext: "quote 1" } },
      Shipment: {
        Shipper: { Name: "Museum Shop", ShipperNumber: account, Address: from },
        ShipTo: { Name: parts.toName ?? "Art Institute", Address: to },
        ShipFrom: { Name: "Museum Shop", Address: from },
        Service: { Code: service },
        Package: packages.map((pkg) => ({ ...measured(from, "PackagingType"), ...parts.pkg, ...pkg })),
        ShipmentRatingOptions: { NegotiatedRatesIndicator: "" },
        ...parts.shipment,
      },
    },
  };
}

export function shipRequest(parts: RequestParts = {}): Json {
  const { account = ownAccount, from = newYork, to = chicago, service = "03", packages = [{}] } = parts;
  const sender = { Name: "Museum Shop", AttentionName: "Pat Example", Phone: { Number: "2125357710" }, Address: from };
  return {
    ShipmentRequest: {
      Request: { RequestOption: "nonvalidate", TransactionReference: { CustomerContext: "purchase 1" } },
      Shipment: {
        Description: "Posters",
        Shipper: { ...sender, ShipperNumber: account },
        ShipTo: {
          Name: parts.toName ?? "Art Institute",
          AttentionName: "Sam Example",
          Phone: { Number: "3124433600" },
          Address: to,
        },
        ShipFrom: sender,
        PaymentInformation: { ShipmentCharge: [{ Type: "01", BillShipper: { AccountNumber: account } }] },
        Service: { Code: service },
        Package: packages.map((pkg) => ({ ...measured(from, "Packaging"), ...parts.pkg, ...pkg })),
        ShipmentRatingOptions: { NegotiatedRatesIndicator: "" },
        ...parts.shipment,
      },
      LabelSpecification: {
        LabelImageFormat: { Code: parts.labelFormat ?? "ZPL" },
        LabelStockSize: { Height: "6", Width: "4" },
      },
    },
  };
}

export function recoveryRequest(by: { trackingNumber: string } | { reference: string }, format = "ZPL"): Json {
  const isThermal = format !== "PDF" && format !== "GIF";
  return {
    LabelRecoveryRequest: {
      LabelSpecification: {
        LabelImageFormat: { Code: format },
        ...(isThermal && { LabelStockSize: { Height: "6", Width: "4" } }),
      },
      ...("trackingNumber" in by
        ? { TrackingNumber: by.trackingNumber }
        : { ReferenceValues: { ReferenceNumber: { Value: by.reference }, ShipperNumber: ownAccount } }),
    },
  };
}

/** Address Validation of one street line; the city hall of San Francisco unless told otherwise. */
export function addressRequest(line = "1 Dr Carlton B Goodlett Place", over: Json = {}): Json {
  const place = { PoliticalDivision2: "San Francisco", PoliticalDivision1: "CA", PostcodePrimaryLow: "94102" };
  return { XAVRequest: { AddressKeyFormat: { AddressLine: [line], ...place, CountryCode: "US", ...over } } };
}
