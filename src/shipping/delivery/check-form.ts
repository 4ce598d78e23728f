import { isPartRequired } from "../../carrier/address-parts.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkCodes, checkCountry, checkTexts } from "../address/check-format.js";
import { checkOrder } from "../rate/order-given.js";
import { userError } from "../user-error.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";

/** Kinds of goods in a cart. */
export const mostKinds = 250;
export const mostPackages = 200;

const at = ["input"];

/**
 * What is wrong with a cart and its address, without asking anybody; paths from `input` on. An address needs its country,
 * and its postal code where the country has them: the rest is for labels. The items themselves are looked at when they are
 * packed.
 */
export function checkForm(input: DeliveryOptionsInput, shipTo: PostalAddress): ShippingUserError[] {
  return [...checkPlace(shipTo, [...at, "shipTo"]), ...checkGoods(input), ...checkOrder(input, at)];
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
  if (items?.length) return checkCount(items, mostKinds, "items");
  if (packages?.length) return checkCount(packages, mostPackages, "packages");
  return [userError("REQUIRED", "Give the items of the cart, or its packages.", [...at, "items"])];
}

function checkCount(list: unknown[], most: number, part: string): ShippingUserError[] {
  return list.length <= most ? [] : [userError("INVALID", `There are at most ${most} ${part}.`, [...at, part])];
}
