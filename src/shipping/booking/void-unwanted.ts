import type { Outcome } from "../../carrier/outcome.js";
import type { VoidAnswer } from "../../carrier/shipping.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { reach } from "../../failpoints.js";
import { holding } from "../../journal/journal.js";
import type { LoadedAccount } from "../account/load-account.js";
import { recordDecision } from "../audit/record-decision.js";
import type { ShippingDeps } from "../deps.js";
import { isSettled, isUnwanted } from "./booking-claim.js";
import { noteUnwanted } from "./note-unwanted.js";

/**
 * Voids a booking nobody wants: found after its purchase had ended, or a second one. Written down before the carrier
 * is asked and until it agrees, so that a crash loses nothing. Repeatable; audited.
 */
export async function voidUnwanted(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  number: string,
): Promise<UnwantedEnding> {
  const isOpen = await inTenant(deps.database, purchase.tenantId, (manager) => noteUnwanted(manager, purchase, number));
  if (!isOpen) return "NOT_UNWANTED";
  reach("unwanted.noted", purchase.id);
  const request = { shipmentIdentificationNumber: number, trackingNumbers: [] };
  const outcome = await loaded.adapter.voidShipment(loaded.access, request, { purchaseId: purchase.id });
  reach("unwanted.voided", purchase.id);
  const ending = endingOf(outcome);
  deps.log.warn("A booking that nobody wants was found at the carrier.", { purchaseId: purchase.id, number, ending });
  if (ending === "NO_ANSWER") return ending;
  const { tenantId, id } = purchase;
  const settlement = { number, ending };
  const store = () => settleUnwanted(deps, purchase, settlement);
  await holding(deps.journal, { kind: "VOID_UNWANTED", tenantId, id }, settlement, store);
  reach("unwanted.settled", purchase.id);
  return ending;
}

/** `NOT_UNWANTED`: a purchase holds it, or it was settled before. `NO_ANSWER`: not known yet, it is tried again. */
type UnwantedEnding = "VOIDED_UNWANTED" | "VOID_OF_UNWANTED_REFUSED" | "NO_ANSWER" | "NOT_UNWANTED";

/** What became of the void of an unwanted booking, as it is kept until it is stored. */
export interface UnwantedSettlement {
  number: string;
  /** As the audit names it. */
  ending: string;
}

/**
 * Writes it down, once however often it is tried; also where the database has lost that it was to be voided. False: a
 * purchase holds the booking.
 */
export function settleUnwanted(
  deps: Pick<ShippingDeps, "database">,
  { tenantId, id: purchaseId }: Pick<LabelPurchase, "tenantId" | "id">,
  { number, ending }: UnwantedSettlement,
): Promise<boolean> {
  return inTenant(deps.database, tenantId, async (manager) => {
    if (!(await isUnwanted(manager, number))) return isSettled(manager, number);
    const settle = `update label_purchase set unwanted_bookings = unwanted_bookings - $2::text,
        settled_bookings = settled_bookings - $2::text || to_jsonb($2::text)
      where id = $1`;
    await manager.query(settle, [purchaseId, number]);
    const worker = { tenantId, subject: "worker" };
    await recordDecision(manager, worker, { purchaseId, decision: ending, reason: number });
    return true;
  });
}

/** A refusal is final: the carrier bills it, and the audit trail says so. */
export function endingOf(outcome: Outcome<VoidAnswer>): Exclude<UnwantedEnding, "NOT_UNWANTED"> {
  if (outcome.kind === "REJECTED") return "VOID_OF_UNWANTED_REFUSED";
  return outcome.kind === "ANSWERED" && outcome.value.isVoided ? "VOIDED_UNWANTED" : "NO_ANSWER";
}
