import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { ShippingDeps } from "../deps.js";
import { isReturnWaiting } from "../shipment/generated-return.js";
import { type Turn, turnSeconds } from "../turn.js";
import { pauseBeforeCheck } from "./check-pauses.js";

/** A look that has begun. */
export interface Look {
  purchase: LabelPurchase;
  /** Seconds from its end to the next one; null: there is none. */
  pause: number | null;
}

/**
 * Begins the look for which the turn was taken: null when the turn is over or nothing is left to find out. What is still
 * PENDING this long after it was sent becomes UNKNOWN. Should nobody end the look, the purchase is due when the turn is.
 */
export function beginLook(deps: ShippingDeps, { tenantId, id, takenUntil }: Turn): Promise<Look | null> {
  return inTenant(deps.database, tenantId, async (manager) => {
    if (!(await isOurTurn(manager, id, takenUntil))) return null;
    const purchase = await manager.findOneByOrFail(LabelPurchase, { id });
    const isOpen = await hasOpenQuestion(manager, purchase);
    const state = purchase.state === "PENDING" ? "UNKNOWN" : purchase.state;
    const checks = purchase.checks + 1;
    await manager.update(LabelPurchase, { id }, { state, checks, ...(isOpen ? {} : { nextCheckAt: null }) });
    if (!isOpen) return null;
    // Past the watch a booking that is still to be voided is not forgotten.
    const pause =
      pauseBeforeCheck(deps.timings, purchase, checks) ?? (purchase.unwantedBookings.length > 0 ? 3_600 : null);
    return { purchase: Object.assign(purchase, { state, checks }), pause };
  });
}

/** Plans the next look, unless somebody has planned one meanwhile. */
export async function endLook(deps: ShippingDeps, { tenantId, id, takenUntil }: Turn, { pause }: Look): Promise<void> {
  const plan = `update label_purchase set next_check_at = now() + make_interval(secs => $3)
    where id = $1 and next_check_at = $2`;
  await inTenant(deps.database, tenantId, (manager) => manager.query(plan, [id, takenUntil, pause]));
}

/** Takes the turn before the purchase is due, from whoever has it. */
export function takeTurnNow(deps: ShippingDeps, tenantId: string, id: string): Promise<Turn> {
  const take = `with taken as (
    update label_purchase set next_check_at = now() + make_interval(secs => $2) where id = $1 returning next_check_at)
    select next_check_at as "takenUntil" from taken`;
  return inTenant(deps.database, tenantId, async (manager) => {
    const [row] = (await manager.query(take, [id, turnSeconds])) as { takenUntil: string }[];
    return { tenantId, id, takenUntil: row!.takenUntil };
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

/** Locks the row: what is found out of it now stays so until the look has begun. */
async function isOurTurn(manager: EntityManager, id: string, takenUntil: string): Promise<boolean> {
  const ours = "select id from label_purchase where id = $1 and next_check_at = $2 for no key update";
  return ((await manager.query(ours, [id, takenUntil])) as unknown[]).length > 0;
}
