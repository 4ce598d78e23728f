import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { reach } from "../../failpoints.js";
import { activeSpan } from "../../telemetry/spans.js";
import { loadAccount } from "../account/load-account.js";
import { type LookUp, lookUpBooking } from "../booking/look-up-booking.js";
import { markNotCreated } from "../booking/purchase-states.js";
import { tellStillOpen } from "../booking/tell-open.js";
import { voidUnwanted } from "../booking/void-unwanted.js";
import type { ShippingDeps } from "../deps.js";
import { buyGeneratedReturn } from "../purchase/buy-generated-return.js";
import { keepOne } from "../purchase/keep-one.js";
import { recoverUnprintable } from "../purchase/recover-unprintable.js";
import type { Turn } from "../turn.js";
import { finishVoid } from "../void/finish-void.js";
import { endNeverSent } from "./end-never-sent.js";
import { beginLook, endLook } from "./purchase-turn.js";
import { rateLater } from "./rate-later.js";

/**
 * One look at a purchase that is due: what became of it at the carrier, or of a void of it. Nothing of it is ever bought
 * again; the return label that it was to bring is bought now, if that was left undone.
 * Safe to kill at any line: the purchase is due again when the turn is over. A look that fails is followed by the same
 * growing pauses as one that finds nothing. Throws `Postponed` when the carrier has no time for it; that look does not count.
 */
export async function reconcilePurchase(deps: ShippingDeps, turn: Turn): Promise<void> {
  reach("look.taken", turn.id, turn.takenUntil);
  const look = await beginLook(deps, turn);
  if (look === null) return;
  activeSpan().linkTo(look.purchase.traceparent);
  if (look.isNeverSent) return endNeverSent(deps, look.purchase);
  try {
    await lookAt(deps, look.purchase);
  } catch (error) {
    await endLook(deps, turn, look, error);
    throw error;
  }
  await endLook(deps, turn, look);
}

async function lookAt(deps: ShippingDeps, purchase: LabelPurchase): Promise<void> {
  const loaded = await loadAccount(deps, purchase.tenantId, purchase.accountId);
  if (loaded === null) return;
  for (const number of purchase.unwantedBookings) await voidUnwanted(deps, loaded, purchase, number);
  if (purchase.state === "REJECTED") return;
  if (purchase.state === "PURCHASED") {
    await finishVoid(deps, loaded, purchase);
    await buyGeneratedReturn(deps, purchase);
    await recoverUnprintable(deps, loaded, purchase);
    // Last: what it costs holds up nothing that somebody waits for.
    return rateLater(deps, loaded, purchase);
  }
  const lookUp = await lookUpBooking(loaded, purchase);
  if (lookUp.kind === "BOOKED") return keepOne(deps, loaded, purchase, lookUp);
  if (lookUp.kind === "NOTHING") return endWhenLongEmpty(deps, purchase);
  if (purchase.state !== "UNKNOWN") return;
  const isOld = Date.now() - Date.parse(purchase.startedAt) > deps.timings.notCreatedAfter * 1000;
  tellStillOpen(deps, purchase, openBecause(lookUp), isOld || lookUp.kind === "VOIDED");
}

function openBecause(lookUp: Exclude<LookUp, { kind: "BOOKED" | "NOTHING" }>): string {
  if (lookUp.kind === "VOIDED") return "A purchase stays open: the carrier says that it was booked and voided.";
  if (lookUp.kind === "NO_ANSWER")
    return `A purchase stays open: the carrier could not be asked (${lookUp.failure.kind}).`;
  const numbers = lookUp.trackingNumbers.join(", ") || "it, under no number that it tells";
  return `A purchase stays open: the carrier has seen ${numbers}, but gives no label.`;
}

/** Two empty answers count only when so much time has passed that the booking would show. */
async function endWhenLongEmpty(deps: ShippingDeps, purchase: LabelPurchase): Promise<void> {
  if (purchase.state !== "UNKNOWN") return;
  await inTenant(deps.database, purchase.tenantId, (manager) =>
    markNotCreated(manager, purchase, deps.timings.notCreatedAfter),
  );
}
