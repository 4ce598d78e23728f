import type { LabelFormat } from "../../entities/values/label-enums.js";
import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { DraftInput } from "../shipment/draft-input.js";
import type { ReturnInput } from "../shipment/return-input.js";
import { userError } from "../user-error.js";

/** What callers give to buy labels: a draft by id, or the shipment itself. */
export interface PurchaseInput {
  idempotencyKey: string;
  shipmentId?: string | null;
  shipment?: DraftInput | null;
  rateQuoteId?: string | null;
  service?: string | null;
  maxTotalPrice?: MonetaryAmountInput | null;
  /** How much more than the accepted offer is accepted too. */
  maxPriceIncrease?: MonetaryAmountInput | null;
  labelFormat?: LabelFormat | null;
  documentIds?: string[] | null;
  /** Goods come back; absent: they go out. */
  return?: ReturnInput | null;
}

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
  for (const limit of ["maxTotalPrice", "maxPriceIncrease"] as const)
    if (input[limit]?.amount.startsWith("-"))
      errors.push(userError("INVALID", "It is not negative.", ["input", limit, "amount"]));
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

/** What is wrong with the form of the input of a return: it names what went out, or brings the shipment itself. */
function checkReturnInput({ return: goodsBack, shipment }: PurchaseInput): ShippingUserError[] {
  const errors: ShippingUserError[] = [];
  const outbound = goodsBack?.outboundShipmentId;
  if (!outbound && !shipment) {
    const message = "Give the shipment that went out, or the return itself.";
    errors.push(userError("REQUIRED", message, ["input", "outboundShipmentId"]));
  }
  if (outbound && shipment) {
    const message = "Give either the shipment that went out or the return itself, not both.";
    errors.push(userError("INVALID", message, ["input", "shipment"]));
  }
  if (!outbound && shipment && goodsBack?.packageIds)
    errors.push(userError("INVALID", "Only used with outboundShipmentId.", ["input", "packageIds"]));
  // A form with nothing ticked means nothing, not everything.
  if (outbound && goodsBack?.packageIds?.length === 0)
    errors.push(userError("REQUIRED", "No package is chosen.", ["input", "packageIds"]));
  return errors;
}
