import type { PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import type { StoredItem, StoredPackage } from "../../entities/values/stored-shipment-details.js";
import type { ItemInput, PackageDetailsInput } from "./details-input.js";

export interface PackageDefaults {
  weightUnit: PackageWeightUnit;
  dimensionUnit: PackageDimensionUnit;
  packageType: string;
}

/** The package with its units and type filled in; nothing is rounded or converted. */
export function buildPackage(input: PackageDetailsInput, defaults: PackageDefaults): StoredPackage {
  const { dimensions } = input;
  return {
    weight: { value: input.weight.value, unit: input.weight.unit ?? defaults.weightUnit },
    dimensions: dimensions
      ? {
          length: dimensions.length,
          width: dimensions.width,
          height: dimensions.height,
          unit: dimensions.unit ?? defaults.dimensionUnit,
        }
      : null,
    packageType: input.packageType ?? defaults.packageType,
    declaredValue: input.declaredValue ? { ...input.declaredValue } : null,
    reference: input.reference?.trim() || null,
    containsRegulatedItems: input.containsRegulatedItems ?? false,
    items: (input.items ?? []).map((item) => buildItem(item, defaults)),
  };
}

/** The item with its unit filled in; nothing is rounded or converted. */
export function buildItem(input: ItemInput, defaults: PackageDefaults): StoredItem {
  return {
    productId: input.productId ?? null,
    sku: input.sku ?? null,
    description: input.description.trim(),
    quantity: input.quantity,
    unitValue: input.unitValue ? { ...input.unitValue } : null,
    weight: input.weight ? { value: input.weight.value, unit: input.weight.unit ?? defaults.weightUnit } : null,
    hsCode: input.hsCode ?? null,
    originCountryCode: input.originCountryCode ?? null,
  };
}
