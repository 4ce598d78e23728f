/** Who vouches that the carrier may file: for this shipment, or for all. */
export type PowerOfAttorney = "ONE_TIME" | "BLANKET";

/** Who receives exported goods for use, as the US Census Bureau tells them apart. */
export type UltimateConsigneeKind = "DIRECT_CONSUMER" | "GOVERNMENT_ENTITY" | "RESELLER" | "OTHER";

/** What the carrier needs to file the export itself. */
export interface CarrierFiling {
  powerOfAttorney: PowerOfAttorney;
  ultimateConsignee: UltimateConsigneeKind;
  /** Sender and recipient own parts of each other: ten per cent or more. */
  isBetweenRelatedParties: boolean;
  /** Of all goods: the licence code of the US export system, e.g. C33 for no licence required. */
  licenseCode: string;
  /** Of all goods: their number of the Commerce Control List, or EAR99. */
  eccn: string;
}

/** How an export from the United States is reported (15 CFR 30): exactly one of the three. */
export interface ExportFiling {
  /** The number that the US export system gave when it was filed, e.g. X20261130123456. */
  itn: string | null;
  /** The paragraph by which none is filed, e.g. 30.37(h). */
  exemption: string | null;
  /** The carrier files it. */
  carrierFiling: CarrierFiling | null;
}
