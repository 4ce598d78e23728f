import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { checkReturnInput } from "./check-return-input.js";
import type { PurchaseInput } from "./purchase-input.js";

export const longestKey = 255;

/** What is wrong with the form of the input itself. */
export function checkPurchaseInput(input: PurchaseInput): ShippingUserError[] {
  const errors: ShippingUserError[] = [];
  const key = ["input", "idempotencyKey"];
  if (input.idempotencyKey.trim() === "")
    errors.push(userError("REQUIRED", "Give a key of your own, one per intent to buy.", key));
  if (input.idempotencyKey.length > longestKey)
    errors.push(userError("TOO_LONG", `A key has at most ${longestKey} characters.`, key));
  if (input.return) errors.push(...checkReturnInput(input));
  else if (!input.shipmentId && !input.shipment)
    errors.push(userError("REQUIRED", missingShipment(input), ["input", "shipmentId"]));
  if (input.maxTotalPrice?.amount.startsWith("-"))
    errors.push(userError("INVALID", "A price is not negative.", ["input", "maxTotalPrice", "amount"]));
  if (input.shipmentId && input.shipment) {
    errors.push(userError("INVALID", "Give either a draft's id or a shipment, not both.", ["input", "shipment"]));
  }
  return errors;
}

function missingShipment({ rateQuoteId }: PurchaseInput): string {
  return rateQuoteId
    ? "Give the shipment too: a quote does not say who receives it. An empty one takes all it can from the quote."
    : "Give a draft's id, or a shipment.";
}
