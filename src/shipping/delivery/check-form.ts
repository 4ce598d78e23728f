import { isPartRequired } from "../../carrier/address-parts.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkCodes, checkCountry, checkTexts } from "../address/check-format.js";
import { userError } from "../user-error.js";
import type { DeliveryItemInput, DeliveryOptionsInput } from "./delivery-input.js";

/** What a cart may hold. */
export const most = { items: 250, packages: 200, tags: 100, textLength: 255 } as const;

const at = ["input"];

/**
 * What is wrong with a cart and its address, without asking anybody; paths from `input` on. An address needs its country,
 * and its postal code where the country has them: the rest is for labels.
 */
export function checkForm(input: DeliveryOptionsInput, shipTo: PostalAddress): ShippingUserError[] {
  return [...checkPlace(shipTo, [...at, "shipTo"]), ...checkGoods(input), ...checkWords(input)];
}

function checkPlace(address: PostalAddress, field: string[]): ShippingUserError[] {
  const unknown = checkCountry(address, field);
  if (unknown.length > 0) return unknown;
  const isMissing = address.postalCode === null && isPartRequired(address.countryCode, "postalCode");
  return [
    ...(isMissing ? [userError("REQUIRED", "The postal code is missing.", [...field, "postalCode"])] : []),
    ...checkCodes(address, field),
    ...checkTexts(address, field),
  ];
}

function checkGoods({ items, packages }: DeliveryOptionsInput): ShippingUserError[] {
  if (items?.length && packages?.length)
    return [userError("INVALID", "Give items or packages, not both.", [...at, "packages"])];
  if (items?.length) return checkCount(items, "items") ?? items.flatMap(checkItem);
  if (packages?.length) return checkCount(packages, "packages") ?? [];
  return [userError("REQUIRED", "Give the items of the cart, or its packages.", [...at, "items"])];
}

function checkCount(list: unknown[], part: "items" | "packages"): ShippingUserError[] | null {
  if (list.length <= most[part]) return null;
  return [userError("TOO_LONG", `There are at most ${most[part]} ${part}.`, [...at, part])];
}

function checkItem(item: DeliveryItemInput, index: number): ShippingUserError[] {
  const fail = (code: "REQUIRED" | "INVALID", message: string, part: string) => [
    userError(code, message, [...at, "items", index, part]),
  ];
  const weight = item.weight?.value;
  const sides = item.dimensions ? [item.dimensions.length, item.dimensions.width, item.dimensions.height] : [];
  return [
    ...(item.description.trim() === "" ? fail("REQUIRED", "The description is missing.", "description") : []),
    ...(item.quantity >= 1 ? [] : fail("INVALID", "There is at least one piece.", "quantity")),
    ...(weight === undefined ? fail("REQUIRED", "Without a weight nothing can be priced.", "weight") : []),
    ...(weight === undefined || weight > 0 ? [] : fail("INVALID", "A weight is more than zero.", "weight")),
    ...(sides.every((side) => side > 0) ? [] : fail("INVALID", "Each side is longer than zero.", "dimensions")),
  ];
}

function checkWords({ tags, channel }: DeliveryOptionsInput): ShippingUserError[] {
  const isLong = (text: string) => text.length > most.textLength;
  const tooLong = `It has at most ${most.textLength} characters.`;
  const many =
    (tags?.length ?? 0) > most.tags
      ? [userError("TOO_LONG", `There are at most ${most.tags} tags.`, [...at, "tags"])]
      : [];
  const long = (tags ?? []).flatMap((tag, index) =>
    isLong(tag) ? [userError("TOO_LONG", tooLong, [...at, "tags", index])] : [],
  );
  return [...many, ...long, ...(isLong(channel ?? "") ? [userError("TOO_LONG", tooLong, [...at, "channel"])] : [])];
}
