import type { Weight } from "./values.js";

/** Whose rules the goods are prepared by: roads of Europe, the United States and Canada, and the air. */
export type DangerousGoodsRegulation = "ADR" | "CFR" | "IATA" | "TDG";

/** What a package was prepared for; of ADR nothing is said. */
export type DangerousGoodsTransportMode = "GROUND" | "PASSENGER_AIRCRAFT" | "CARGO_AIRCRAFT_ONLY";

/** How far the rules reach; goods under all of them are not declared here, since they travel with papers of their own. */
export type DangerousGoodsLevel = "LIGHTLY_REGULATED" | "EXCEPTED_QUANTITY" | "LIMITED_QUANTITY";

export type DangerousGoodsPacking = "ALL_PACKED_IN_ONE" | "OVERPACKED";
export type PackingGroup = "I" | "II" | "III";

/** One substance or article; null: not given, or it does not apply. */
export interface DangerousSubstance {
  level: DangerousGoodsLevel;
  /** As the rules name it, for example "Lithium ion batteries". */
  properShippingName: string;
  /** With its letters, for example UN3480. */
  identificationNumber: string | null;
  technicalName: string | null;
  hazardClass: string | null;
  subsidiaryRisks: string | null;
  packingGroup: PackingGroup | null;
  /** Exact, in `quantityUnit`. */
  quantity: string | null;
  quantityUnit: string | null;
  packagingType: string | null;
  /** Pieces of `packagingType`. */
  packagingCount: number | null;
  packingInstruction: string | null;
  additionalDescription: string | null;
}

export const plainSubstance: Omit<DangerousSubstance, "level" | "properShippingName"> = {
  identificationNumber: null,
  technicalName: null,
  hazardClass: null,
  subsidiaryRisks: null,
  packingGroup: null,
  quantity: null,
  quantityUnit: null,
  packagingType: null,
  packagingCount: null,
  packingInstruction: null,
  additionalDescription: null,
};

export interface DryIce {
  weight: Weight;
  isForMedicalUse: boolean;
}

/** What a carrier is told of the regulated goods of one package. */
export interface DangerousGoods {
  regulation: DangerousGoodsRegulation;
  transportMode: DangerousGoodsTransportMode | null;
  substances: DangerousSubstance[];
  /** Of several substances how they are packed together. */
  packing: DangerousGoodsPacking | null;
  /** Null: none. */
  dryIce: DryIce | null;
  /** Answered at all hours. */
  emergencyPhone: string | null;
  emergencyContact: string | null;
}
