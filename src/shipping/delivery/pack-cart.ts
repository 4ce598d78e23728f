import { Decimal } from "decimal.js";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { PackageTemplate } from "../../entities/package-template.js";
import type { UnavailableKey } from "../availability/unavailable-key.js";
import { packagesOf, packItems } from "../packing/pack-items.js";
import { packingOptions } from "../packing/packing-options.js";
import type { PackableItem, PackingPlan, UnpackedReason } from "../packing/packing-plan.js";
import { type ItemUnits, readItems } from "../packing/read-items.js";
import { inKilograms } from "../price/measures.js";
import { refuseAny } from "../result.js";
import type { PackageDetailsInput } from "../shipment/details-input.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";

/** Whose rules of packages count, and from which country. */
export interface Origin {
  adapter: CarrierAdapter;
  countryCode: string;
}

/** What is shipped, each measure with its unit. */
export interface Cart {
  packages: PackageDetailsInput[];
  /** How the items were packed; null: packages were given. */
  plan: PackingPlan | null;
  /** Why no carrier takes it; null: one may. */
  tooMuch: UnavailableKey | null;
}

/**
 * The packages that were given, or those that the items are packed into. Goods that fit no package are one, by weight:
 * no carrier takes it, and a method that ships with none may. Throws a `Refusal`: REQUIRED, INVALID, TOO_LONG.
 */
export function packCart(
  input: DeliveryOptionsInput,
  templates: PackageTemplate[],
  { adapter, countryCode }: Origin,
): Cart {
  const { weight, dimension } = adapter.catalogue.units(countryCode);
  const units: ItemUnits = { weight: weight[0] ?? "KG", dimension: dimension[0] ?? "CM" };
  if (input.packages?.length) return { packages: withUnits(input.packages, units), plan: null, tooMuch: null };
  const { items, userErrors } = readItems(input.items ?? [], units, ["input", "items"]);
  refuseAny(userErrors);
  const plan = packItems(items, templates, packingOptions(adapter, countryCode));
  const [left] = plan.unpacked;
  if (left) return { packages: [asOne(items)], plan, tooMuch: reasons[left.reason] };
  return { packages: packagesOf(plan).map(inMethodsOwn(plan)), plan, tooMuch: null };
}

const reasons: Record<UnpackedReason, UnavailableKey> = {
  TOO_HEAVY: "WEIGHT_LIMIT",
  TOO_LARGE: "SIZE_LIMIT",
  TOO_MANY_PACKAGES: "SIZE_LIMIT",
};

function withUnits(packages: NonNullable<DeliveryOptionsInput["packages"]>, units: ItemUnits): PackageDetailsInput[] {
  return packages.map(({ weight, dimensions, ...rest }) => ({
    ...rest,
    weight: { value: weight.value, unit: weight.unit ?? units.weight },
    dimensions: dimensions && { ...dimensions, unit: dimensions.unit ?? units.dimension },
  }));
}

/** What is packed into no template goes in the package type of each method. */
function inMethodsOwn({ boxes }: PackingPlan) {
  return ({ packageType, ...rest }: ReturnType<typeof packagesOf>[number], index: number): PackageDetailsInput =>
    boxes[index]?.template ? { ...rest, packageType } : rest;
}

function asOne(items: PackableItem[]): PackageDetailsInput {
  const weights = items.map(({ weight, quantity }) => inKilograms(weight).times(quantity));
  return {
    weight: { value: Decimal.sum(...weights).toNumber(), unit: "KG" },
    items: items.map(({ dimensions: _, shipAlone: __, keepUpright: ___, ...item }) => item),
  };
}
