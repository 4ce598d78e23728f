import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingDeps } from "../deps.js";

type Told = Pick<LabelPurchase, "id" | "tenantId" | "carrierReference">;

const about = ({ id, tenantId, carrierReference }: Told) => ({ purchaseId: id, tenantId, carrierReference });

/** Once for each purchase, when its transaction is committed: it has become UNKNOWN. */
export function tellUnknown({ log }: Pick<ShippingDeps, "log">, purchase: Told): void {
  log.warn("A purchase has become UNKNOWN; the carrier is asked what became of it.", about(purchase));
}

/** After each look that could not end it. `isForPeople`: no later look will, as far as is known. */
export function tellStillOpen(
  { log }: Pick<ShippingDeps, "log">,
  purchase: Told,
  reason: string,
  isForPeople: boolean,
): void {
  if (isForPeople) log.warn("A purchase needs a person's decision (resolvePurchase).", { ...about(purchase), reason });
  else log.warn(reason, about(purchase));
}
