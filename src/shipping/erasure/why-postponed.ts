import { type EntityManager, In } from "typeorm";
import { GeneratedReturn } from "../../entities/generated-return.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import type { PostponedErasureReason } from "../../entities/values/erasure-enums.js";

/** What could not be erased, and why. */
export interface Postponed {
  shipmentId: string;
  documentId: string | null;
  reason: PostponedErasureReason;
  /** When the carrier is asked next, an instant; null: nobody knows, a person decides. */
  retryAt: string | null;
}

type Why = Pick<Postponed, "reason" | "retryAt">;

/**
 * Why the shipment, which is locked, cannot be erased yet: what money hangs on is never taken from those who look for it.
 * Null: nothing is open. `isKept`: of which purchases the journal holds an answer.
 */
export async function whyPostponed(
  manager: EntityManager,
  shipmentId: string,
  purchases: LabelPurchase[],
  isKept: (purchaseId: string) => boolean,
): Promise<Why | null> {
  const ids = In(purchases.map(({ id }) => id));
  const open = purchases.find(isOpen);
  if (open) return { reason: "PURCHASE_OPEN", retryAt: open.nextCheckAt };
  const pending = await manager.findOneBy(PurchasedPackage, { purchaseId: ids, voidState: "VOID_PENDING" });
  if (pending) return { reason: "VOID_OPEN", retryAt: nextCheck(purchases, pending.purchaseId) };
  const isBuying = await manager.findOneBy(Shipment, { outboundShipmentId: shipmentId, status: "PURCHASING" });
  if (isBuying) return { reason: "RETURN_WAITING", retryAt: null };
  const waiting = await manager.findOneBy(GeneratedReturn, { purchaseId: ids, state: "WAITING" });
  if (waiting) return { reason: "RETURN_WAITING", retryAt: nextCheck(purchases, waiting.purchaseId) };
  const due = purchases.find(({ nextCheckAt }) => nextCheckAt !== null);
  if (due) return { reason: "CARRIER_LOOK_DUE", retryAt: due.nextCheckAt };
  return purchases.some(({ id }) => isKept(id)) ? { reason: "ANSWER_KEPT", retryAt: null } : null;
}

const isOpen = ({ state, unwantedBookings }: LabelPurchase) =>
  state === "PENDING" || state === "UNKNOWN" || unwantedBookings.length > 0;

const nextCheck = (purchases: LabelPurchase[], id: string) =>
  purchases.find((purchase) => purchase.id === id)?.nextCheckAt ?? null;
