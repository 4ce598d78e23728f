/** Words every carrier shares. Money is a decimal string, codes are ISO 3166-1 alpha-2 and ISO 4217. */
export interface Money {
  amount: string;
  currencyCode: string;
}

export type WeightUnit = "LB" | "KG" | "OZ";
export type DimensionUnit = "IN" | "CM";

export interface Weight {
  value: number;
  unit: WeightUnit;
}

export interface Dimensions {
  length: number;
  width: number;
  height: number;
  unit: DimensionUnit;
}

export type ResidentialStatus = "RESIDENTIAL" | "COMMERCIAL" | "UNKNOWN";

/** A place with the person or company there. `null` means not given. */
export interface Address {
  name: string | null;
  company: string | null;
  lines: string[];
  city: string | null;
  region: string | null;
  postalCode: string | null;
  countryCode: string;
  phone: string | null;
  email: string | null;
  taxId: string | null;
  residentialStatus: ResidentialStatus;
}

export type CarrierEnvironment = "SIMULATOR" | "TEST" | "PRODUCTION";

/** What the carrier said in words; `code` is the carrier's own number. */
export interface CarrierMessage {
  code: string;
  severity: "INFO" | "WARNING" | "ERROR";
  text: string;
  /** Of a refusal: what of the shipment's details is at fault; absent where the carrier does not tell. */
  path?: string[];
  /** Of `PRICE_UNREADABLE`: the service that was priced; absent where that cannot be read either. */
  serviceCode?: string;
}

/** A rule of the carrier that the input breaks, found before anything is sent. `path` is relative to the checked object. */
export interface FieldProblem {
  code: "REQUIRED" | "INVALID" | "TOO_LONG" | "NOT_ALLOWED" | "OPTION_NOT_ALLOWED";
  path: string[];
  message: string;
}
