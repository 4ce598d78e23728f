/** Who is registered: who sells the goods, who bought them, who brings them into the country. */
export type CustomsRole = "SELLER" | "BUYER" | "IMPORTER";

/** Registrations under which the seller has collected the destination's tax already, so that none is due at the border. */
export type CollectedTaxKind =
  | "IOSS"
  | "VOEC"
  | "HMRC"
  | "PVA"
  | "SG_GST"
  | "AU_ARN"
  | "NZ_IRD"
  | "MY_LVG"
  | "COLLECTED_OTHER";

/** What the number is. */
export type TaxNumberKind = CollectedTaxKind | "EORI" | "VAT" | "BUSINESS_TAX_ID" | "PERSONAL_TAX_ID";

export interface TaxNumber {
  role: CustomsRole;
  kind: TaxNumberKind;
  number: string;
  /** ISO 3166-1 alpha-2 of the country that gave it; null: as the number says, or not said. */
  countryCode: string | null;
}
