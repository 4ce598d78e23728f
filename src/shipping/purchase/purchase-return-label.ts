import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refused } from "../result.js";
import type { ReturnServiceInput } from "../shipment/return-input.js";
import { userError } from "../user-error.js";
import type { PurchaseInput } from "./purchase-input.js";
import { purchaseLabel } from "./purchase-label.js";

/** What callers give to bring goods back. */
export interface ReturnLabelInput
  extends Pick<
    PurchaseInput,
    "idempotencyKey" | "shipment" | "service" | "maxTotalPrice" | "maxPriceIncrease" | "labelFormat"
  > {
  returnService: ReturnServiceInput;
  outboundShipmentId?: string | null;
  packageIds?: string[] | null;
  reference?: string | null;
}

/**
 * Buys a return under the rules of `purchaseLabel`: at most once per key, whatever crashes. A try of the same outbound
 * that bought nothing before is taken up again, so that its shipment is not there twice.
 */
export async function purchaseReturnLabel(
  deps: ShippingDeps,
  actor: Actor,
  input: ReturnLabelInput,
): Promise<Result<LabelPurchase>> {
  const { returnService, outboundShipmentId, packageIds, reference, shipment, ...purchase } = input;
  const field = ["input", "reference"];
  if (reference && shipment) return refused(userError("INVALID", "The shipment has a reference of its own.", field));
  const returned = { service: { ...returnService }, outboundShipmentId, packageIds, reference };
  return purchaseLabel(deps, actor, { ...purchase, shipment, return: returned });
}
