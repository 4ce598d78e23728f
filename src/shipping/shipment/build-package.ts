import { type CustomsItem, plainItem } from "../../carrier/customs.js";
import type { PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import type { StoredPackage } from "../../entities/values/stored-shipment-details.js";
import { withGiven } from "../input-of.js";
import type { ItemInput, PackageDetailsInput } from "./details-input.js";

export interface PackageDefaults {
  weightUnit: PackageWeightUnit;
  dimensionUnit: PackageDimensionUnit;
  packageType: string;
}

/** The package with its units and type filled in; nothing is rounded or converted. */
export function buildPackage(input: PackageDetailsInput, defaults: PackageDefaults): StoredPackage {
  const { weight, dimensions, packageType, declaredValue, reference, containsRegulatedItems, items } = input;
  return {
    weight: { ...weight, unit: weight.unit ?? defaults.weightUnit },
    dimensions: dimensions ? { ...dimensions, unit: dimensions.unit ?? defaults.dimensionUnit } : null,
    packageType: packageType ?? defaults.packageType,
    declaredValue: declaredValue ?? null,
    reference: reference?.trim() || null,
    containsRegulatedItems: containsRegulatedItems ?? false,
    items: (items ?? []).map((item) => ({
      ...buildCustomsItem(item, defaults),
      productId: item.productId ?? null,
    })),
  };
}

/** What customs are told of an item, its unit filled in; nothing is rounded or converted. */
export function buildCustomsItem({ weight, ...input }: ItemInput, defaults: PackageDefaults): CustomsItem {
  return {
    ...withGiven(plainItem, input),
    description: input.description.trim(),
    quantity: input.quantity,
    weight: weight ? { ...weight, unit: weight.unit ?? defaults.weightUnit } : null,
  };
}
