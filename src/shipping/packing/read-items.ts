import { hasControlCharacter } from "../../carrier/printable-text.js";
import type { PackageDimensions, PackageWeight } from "../../entities/values/measures.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import { userError } from "../user-error.js";
import { checkSides, checkWeight } from "./check-measures.js";
import type { PackableItemInput } from "./items-input.js";
import type { PackableItem } from "./packing-plan.js";

/** Pieces of one plan, over all items. */
export const mostPieces = 1_000;

export interface ItemUnits {
  weight: PackageWeight["unit"];
  dimension: PackageDimensions["unit"];
}

/**
 * The items with their units and descriptions filled in, and everything that is wrong with them at its place under `at`:
 * items without a weight are refused, never guessed.
 */
export function readItems(
  inputs: PackableItemInput[],
  units: ItemUnits,
  at: string[],
): { items: PackableItem[]; userErrors: ShippingUserError[] } {
  const userErrors = [
    ...checkNumber(inputs, at),
    ...inputs.flatMap((item, index) => checkItem(item, [...at, `${index}`])),
  ];
  return { items: userErrors.length > 0 ? [] : inputs.map((item) => readItem(item, units)), userErrors };
}

function readItem({ description, weight, dimensions, ...item }: PackableItemInput, units: ItemUnits): PackableItem {
  if (!weight) throw new Error("An item without a weight was refused.");
  return {
    ...item,
    description: description?.trim() || item.sku?.trim() || "Goods",
    weight: { value: weight.value, unit: weight.unit ?? units.weight },
    dimensions: dimensions ? { ...dimensions, unit: dimensions.unit ?? units.dimension } : null,
  };
}

function checkNumber(inputs: PackableItemInput[], at: string[]): ShippingUserError[] {
  if (inputs.length === 0) return [userError("REQUIRED", "There is nothing to pack.", at)];
  const pieces = inputs.reduce((sum, { quantity }) => sum + Math.max(quantity, 0), 0);
  return pieces <= mostPieces ? [] : [userError("INVALID", `At most ${mostPieces} pieces are packed at once.`, at)];
}

function checkItem(item: PackableItemInput, at: string[]): ShippingUserError[] {
  const { quantity, weight, dimensions, unitValue } = item;
  return [
    ...(quantity >= 1 ? [] : [userError("INVALID", "There is at least one of an item.", [...at, "quantity"])]),
    ...(weight ? checkWeight(weight, [...at, "weight"]) : [weightMissing(at)]),
    ...(dimensions ? checkSides(dimensions, [...at, "dimensions"]) : []),
    ...(unitValue?.amount.startsWith("-")
      ? [userError("INVALID", "A value is not negative.", [...at, "unitValue", "amount"])]
      : []),
    ...(["description", "sku", "productId", "hsCode"] as const).flatMap((part) => checkText(item[part], [...at, part])),
  ];
}

const weightMissing = (at: string[]) => userError("REQUIRED", "Say what one piece weighs.", [...at, "weight"]);

function checkText(text: string | null | undefined, field: string[]): ShippingUserError[] {
  if (hasControlCharacter(text?.trim() ?? ""))
    return [userError("INVALID", "Control characters cannot be printed.", field)];
  return checkLength(text, field);
}
