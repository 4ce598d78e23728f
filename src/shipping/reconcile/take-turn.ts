import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { ShippingDeps } from "../deps.js";
import { scheduleCheck } from "../schedule-check.js";
import { isReturnWaiting } from "../shipment/generated-return.js";
import { pauseBeforeCheck } from "./check-pauses.js";

/**
 * Takes the purchase's turn: null when it is not due or nothing is left to find out. What is still PENDING this long
 * after it was sent becomes UNKNOWN. The next look is scheduled here, before the carrier is asked.
 */
export function takeTurn(deps: ShippingDeps, tenantId: string, id: string): Promise<LabelPurchase | null> {
  return inTenant(deps.database, tenantId, async (manager) => {
    if (!(await isDue(manager, id))) return null;
    const purchase = await manager.findOneByOrFail(LabelPurchase, { id });
    const isOpen = await hasOpenQuestion(manager, purchase);
    const state = purchase.state === "PENDING" ? "UNKNOWN" : purchase.state;
    const checks = purchase.checks + 1;
    await manager.update(LabelPurchase, { id }, { state, checks, nextCheckAt: null });
    if (!isOpen) return null;
    // Past the watch a booking that is still to be voided is not forgotten.
    const pause =
      pauseBeforeCheck(deps.timings, purchase, checks) ?? (purchase.unwantedBookings.length > 0 ? 3_600 : null);
    if (pause !== null) await scheduleCheck(deps, manager, { tenantId, id }, pause);
    return Object.assign(purchase, { state, checks });
  });
}

/**
 * An ended purchase has one only while a void of it, or of a booking nobody wants, is without an answer, or while its
 * return label is still to be bought.
 */
async function hasOpenQuestion(
  manager: EntityManager,
  { id, state, unwantedBookings }: LabelPurchase,
): Promise<boolean> {
  if (unwantedBookings.length > 0 || (state !== "PURCHASED" && state !== "REJECTED")) return true;
  if (await manager.existsBy(PurchasedPackage, { purchaseId: id, voidState: "VOID_PENDING" })) return true;
  return isReturnWaiting(manager, id);
}

/** Locks the row: two workers that wake up together take one turn. */
async function isDue(manager: EntityManager, id: string): Promise<boolean> {
  const due = "select id from label_purchase where id = $1 and next_check_at <= now() for update";
  return ((await manager.query(due, [id])) as unknown[]).length > 0;
}
