import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { StoredShipmentOptions } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

/**
 * What a shipping method makes of the options: Bill My Account lets nobody pay by the merchant's account, and payments
 * are collected only where the method does so. Without a method everything goes. Paths under `at`, the options' place.
 */
export function checkMethodOptions(
  { payer, collectOnDelivery }: StoredShipmentOptions,
  method: Pick<CarrierShippingMethod, "billMyAccount" | "collectOnDelivery"> | null,
  at: string[],
): ShippingUserError[] {
  if (method === null) return [];
  const errors: ShippingUserError[] = [];
  if (method.billMyAccount && payer === "SENDER") {
    const message = "The shipping method bills the buyer's own account: give payer RECIPIENT or THIRD_PARTY.";
    errors.push(userError("OPTION_NOT_ALLOWED", message, [...at, "payer"]));
  }
  if (!method.collectOnDelivery && collectOnDelivery !== null) {
    const message = "The shipping method does not collect on delivery.";
    errors.push(userError("OPTION_NOT_ALLOWED", message, [...at, "collectOnDelivery"]));
  }
  return errors;
}
