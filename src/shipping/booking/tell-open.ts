import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingDeps } from "../deps.js";

type Told = Pick<LabelPurchase, "id" | "tenantId" | "carrierReference">;

const about = ({ id, tenantId, carrierReference }: Told) => ({ purchaseId: id, tenantId, carrierReference });

/** Once for each purchase, when its transaction is committed: it has become UNKNOWN. */
export function tellUnknown({ log }: Pick<ShippingDeps, "log">, purchase: Told): void {
  log.warn("A purchase has become UNKNOWN; the carrier is asked what became of it.", about(purchase));
}

/** Of purchases that wait for a person here, why. They are looked at for days, and a look is no news. */
const waiting = new Map<string, string>();
const mostWaiting = 10_000;

/**
 * After each look that could not end it. `isForPeople`: no later look will, as far as is known; told once for each reason
 * by each process.
 */
export function tellStillOpen(
  { log }: Pick<ShippingDeps, "log">,
  purchase: Told,
  reason: string,
  isForPeople: boolean,
): void {
  if (!isForPeople) log.warn(reason, about(purchase));
  else if (isNews(purchase, reason))
    log.warn("A purchase needs a person's decision (resolvePurchase).", { ...about(purchase), reason });
}

/** The oldest is forgotten where there are too many, and told again. */
function isNews({ id }: Told, reason: string): boolean {
  if (waiting.get(id) === reason) return false;
  waiting.delete(id);
  waiting.set(id, reason);
  if (waiting.size > mostWaiting) waiting.delete(waiting.keys().next().value as string);
  return true;
}
