import { type CustomsItem, plainItem } from "../../carrier/customs.js";
import { hasControlCharacter } from "../../carrier/printable-text.js";
import type { PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import type { StoredPackage } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { withGiven } from "../input-of.js";
import type { NamedTemplates } from "../packing/find-templates.js";
import { insuredValue } from "../price/insured-value.js";
import { userError } from "../user-error.js";
import { buildDangerousGoods } from "./dangerous-goods-input.js";
import type { CustomsInput, ItemInput, PackageDetailsInput } from "./details-input.js";

export interface PackageDefaults {
  weightUnit: PackageWeightUnit;
  dimensionUnit: PackageDimensionUnit;
  packageType: string;
  /** Of the goods' value, declared where the package states no value of its own. Decimal text; absent: nothing. */
  insurancePercent?: string;
  /** Those that packages name, by id; absent: none is named. */
  templates?: NamedTemplates;
}

/** The package with its units, its insured value, and size and type of its template filled in; nothing is converted. */
export function buildPackage(input: PackageDetailsInput, defaults: PackageDefaults): StoredPackage {
  const { weight, declaredValue, reference, dangerousGoods, items } = input;
  const template = defaults.templates?.get(input.packageTemplateId ?? "");
  const dimensions = input.dimensions ?? template?.outerDimensions;
  return {
    weight: { ...weight, unit: weight.unit ?? defaults.weightUnit },
    dimensions: dimensions ? { ...dimensions, unit: dimensions.unit ?? defaults.dimensionUnit } : null,
    packageType: input.packageType ?? template?.packageTypeCode ?? defaults.packageType,
    declaredValue: declaredValue ?? insuredValue(items ?? [], defaults.insurancePercent ?? "0"),
    reference: reference?.trim() || null,
    containsRegulatedItems: Boolean(input.containsRegulatedItems || dangerousGoods),
    dangerousGoods: dangerousGoods ? buildDangerousGoods(dangerousGoods, defaults.weightUnit) : null,
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

/** What is wrong with a declaration whoever carries the goods; `at` is the place of the shipment's parts. */
export function checkCustomsInput(
  customs: CustomsInput | null | undefined,
  packages: Pick<PackageDetailsInput, "items">[],
  at: string[],
): ShippingUserError[] {
  if (!customs) return [];
  const place = [...at, "customsDeclaration", "items"];
  if (customs.items) return customs.items.flatMap((item, index) => checkItem(item, [...place, String(index)]));
  const message = "Customs require the contents: give the package's items, or items in the declaration.";
  return packages.flatMap((pkg, index) =>
    pkg.items?.length ? [] : [userError("REQUIRED", message, [...at, "packages", String(index), "items"])],
  );
}

/** Of keys that are other services' own. */
export const longestForeignKey = 255;
/** Of an item, as it is kept; carriers take less. */
export const longestDescription = 255;

/** Of one package. */
export const mostItems = 250;

/** What is wrong with the items themselves, whoever carries them; paths under `at`, the place of the packages. */
export function checkItems(packages: PackageDetailsInput[], at: string[]): ShippingUserError[] {
  return packages.flatMap(({ items }, index) => {
    const place = [...at, String(index), "items"];
    if ((items?.length ?? 0) > mostItems)
      return [userError("INVALID", `A package has at most ${mostItems} items: add up equal ones.`, place)];
    return (items ?? []).flatMap((item, position) => checkItem(item, [...place, String(position)]));
  });
}

/** What is wrong with one item, wherever it stands. */
function checkItem(item: ItemInput, at: string[]): ShippingUserError[] {
  const errors: ShippingUserError[] = [];
  const add = (code: Parameters<typeof userError>[0], message: string, ...path: string[]) =>
    errors.push(userError(code, message, [...at, ...path]));
  if (item.description.trim() === "") add("REQUIRED", "Say what the item is.", "description");
  for (const key of ["description", "sku"] as const)
    if (hasControlCharacter(item[key]?.trim() ?? "")) add("INVALID", "Control characters cannot be printed.", key);
  if (item.description.length > longestDescription)
    add("TOO_LONG", `At most ${longestDescription} characters are kept.`, "description");
  if (item.quantity < 1) add("INVALID", "There is at least one of an item.", "quantity");
  if (item.weight && !(item.weight.value > 0)) add("INVALID", "An item weighs more than nothing.", "weight", "value");
  if (item.unitValue?.amount.startsWith("-")) add("INVALID", "A value is not negative.", "unitValue", "amount");
  for (const key of ["productId", "sku", "hsCode"] as const) {
    if ((item[key]?.length ?? 0) > longestForeignKey)
      add("TOO_LONG", `At most ${longestForeignKey} characters are kept.`, key);
  }
  return errors;
}
