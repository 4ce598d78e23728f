import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { reach } from "../../failpoints.js";
import { giveUpWaiting } from "../booking/purchase-states.js";
import { readDoubt } from "../booking/read-doubt.js";
import { tellUnknown } from "../booking/tell-open.js";
import { lockForLook, noteLook, planAfterLook, putBack, takeTurn } from "../claim/looks.js";
import type { ShippingDeps } from "../deps.js";
import { Postponed } from "../postponed.js";
import { hasUnprintable } from "../purchase/recover-unprintable.js";
import { isReturnWaiting } from "../shipment/generated-return.js";
import type { Turn } from "../turn.js";
import { pauseBeforeCheck } from "./check-pauses.js";
import { isUnrated } from "./rate-later.js";

/** A look that has begun. */
export interface Look {
  purchase: LabelPurchase;
  /** Seconds from its end to the next one; null: there is none. */
  pause: number | null;
  /** By now nobody has sent it, and there is nothing to look up: it is to be ended. */
  isNeverSent: boolean;
}

/**
 * Begins the look for which the turn was taken: null when the turn is over or nothing is left to find out. What is
 * still PENDING this long after it was sent becomes UNKNOWN. Should nobody end the look, the purchase is due when the turn is.
 */
export async function beginLook(deps: ShippingDeps, turn: Turn): Promise<Look | null> {
  let unanswered: LabelPurchase | null = null;
  const look = await inTenant(deps.database, turn.tenantId, async (manager) => {
    const due = await lockForLook(manager, LabelPurchase, turn);
    if (due === null) return null;
    if (due.state === "PENDING" && due.sentAt === null) {
      if ((await readDoubt(manager, deps.ledger)) === null) return { purchase: due, pause: null, isNeverSent: true };
      // A database that may have lost commits may have lost the note that it was sent.
      await giveUpWaiting(manager, due);
    }
    // In the transaction: nobody else can have the turn, or take another one, while the row is locked.
    reach("look.beginning", due.id, turn.takenUntil);
    unanswered = due.state === "PENDING" ? due : null;
    const question = await openQuestion(manager, due);
    const purchase = await noteLook(manager, LabelPurchase, due, question === null);
    if (question === null) return null;
    // Past the watch a booking that is still to be voided is not forgotten.
    const pause =
      pauseBeforeCheck(deps.timings, purchase, purchase.checks, question === "PATIENT") ??
      (purchase.unwantedBookings.length > 0 ? 3_600 : null);
    return { purchase, pause, isNeverSent: false };
  });
  if (unanswered) tellUnknown(deps, unanswered);
  return look;
}

/** Plans the next look, unless somebody has planned one meanwhile. `error`: what ended this one, if anything. */
export function endLook(
  deps: ShippingDeps,
  turn: Turn,
  { pause }: Pick<Look, "pause">,
  error?: unknown,
): Promise<void> {
  return inTenant(deps.database, turn.tenantId, (manager) =>
    error instanceof Postponed
      ? putBack(manager, LabelPurchase, turn, error.spreadSeconds)
      : planAfterLook(manager, LabelPurchase, turn, pause),
  );
}

/** Takes the turn before the purchase is due, from whoever has it. */
export function takeTurnNow(deps: ShippingDeps, tenantId: string, id: string): Promise<Turn> {
  return inTenant(deps.database, tenantId, (manager) => takeTurn(manager, LabelPurchase, tenantId, id));
}

/**
 * An ended purchase has one only while a void of it, or of a booking nobody wants, is without an answer, or while its
 * return label is still to be bought; PATIENT is the question for its charges, or for a label that can be printed. Null:
 * there is none.
 */
async function openQuestion(manager: EntityManager, purchase: LabelPurchase): Promise<"URGENT" | "PATIENT" | null> {
  const { id, state, unwantedBookings } = purchase;
  if (unwantedBookings.length > 0 || (state !== "PURCHASED" && state !== "REJECTED")) return "URGENT";
  if (await manager.existsBy(PurchasedPackage, { purchaseId: id, voidState: "VOID_PENDING" })) return "URGENT";
  if (await isReturnWaiting(manager, id)) return "URGENT";
  if (isUnrated(purchase)) return "PATIENT";
  return isRecent(purchase) && (await hasUnprintable(manager, id)) ? "PATIENT" : null;
}

const recoveredForDays = 3;

/** After that a person asks with `recoverLabel`, who knows whether the box has gone. */
function isRecent({ startedAt }: LabelPurchase): boolean {
  return Date.now() - Date.parse(startedAt) < recoveredForDays * 86_400_000;
}
