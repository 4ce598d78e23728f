import type { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";

/** A template as callers give it; in changes, what is absent stays. */
export interface TemplateChanges {
  name?: string | null;
  innerDimensions?: PackageDimensionsInput | null;
  /** Of a new one, absent: as the inner ones. */
  outerDimensions?: PackageDimensionsInput | null;
  /** Of a new one, absent: nothing. */
  tareWeight?: PackageWeightInput | null;
  maxWeight?: PackageWeightInput | null;
  /** Our code. */
  packageType?: string | null;
}

export interface TemplateChangesInput extends TemplateChanges {
  packageTemplateId: string;
}

/** Every condition given must hold. */
export interface TemplateFilter {
  includeArchived?: boolean | null;
}
