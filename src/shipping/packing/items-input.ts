import type { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import type { PackableItem } from "./packing-plan.js";

/** Goods as callers give them. */
export interface PackableItemInput extends Omit<PackableItem, "description" | "weight" | "dimensions"> {
  /** Absent: the SKU, else that they are goods. */
  description?: string | null;
  /** Of one piece; needed, and typed as if it were not so that its absence has a place. */
  weight?: PackageWeightInput | null;
  /** Of one piece. */
  dimensions?: PackageDimensionsInput | null;
}

export interface PackItemsInput {
  items: PackableItemInput[];
  /** Null: all that are in use. Empty: none, so that goods are packed by weight. */
  packageTemplateIds?: string[] | null;
  /** Null: as many as the carrier takes. */
  maxPackages?: number | null;
  /** ISO 3166-1 alpha-2; null: where the default carrier account is. */
  originCountryCode?: string | null;
}
