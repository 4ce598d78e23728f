import { hasControlCharacter } from "../../carrier/printable-text.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import type { ItemInput, PackageDetailsInput } from "./details-input.js";

/** Of keys that are other services' own. */
export const longestForeignKey = 255;

/** What is wrong with the items themselves, whoever carries them; paths under `at`, the place of the packages. */
export function checkItems(packages: PackageDetailsInput[], at: string[]): ShippingUserError[] {
  return packages.flatMap((pkg, index) =>
    (pkg.items ?? []).flatMap((item, position) => checkItem(item, [...at, String(index), "items", String(position)])),
  );
}

/** What is wrong with one item, wherever it stands. */
export function checkItem(item: ItemInput, at: string[]): ShippingUserError[] {
  const errors: ShippingUserError[] = [];
  const add = (code: Parameters<typeof userError>[0], message: string, ...path: string[]) =>
    errors.push(userError(code, message, [...at, ...path]));
  if (item.description.trim() === "") add("REQUIRED", "Say what the item is.", "description");
  for (const key of ["description", "sku"] as const)
    if (hasControlCharacter(item[key]?.trim() ?? "")) add("INVALID", "Control characters cannot be printed.", key);
  if (item.quantity < 1) add("INVALID", "There is at least one of an item.", "quantity");
  if (item.weight && !(item.weight.value > 0)) add("INVALID", "An item weighs more than nothing.", "weight", "value");
  if (item.unitValue?.amount.startsWith("-")) add("INVALID", "A value is not negative.", "unitValue", "amount");
  for (const key of ["productId", "sku", "hsCode"] as const) {
    if ((item[key]?.length ?? 0) > longestForeignKey)
      add("TOO_LONG", `At most ${longestForeignKey} characters are kept.`, key);
  }
  return errors;
}
