import type { EntityManager } from "typeorm";
import type { Outcome } from "../../carrier/outcome.js";
import type { VoidAnswer } from "../../carrier/shipping.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { reach } from "../../failpoints.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { recordDecision } from "../record-decision.js";
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
): Promise<void> {
  const isOpen = await inTenant(deps.database, purchase.tenantId, (manager) => noteUnwanted(manager, purchase, number));
  if (!isOpen) return;
  reach("unwanted.noted", purchase.id);
  const request = { shipmentIdentificationNumber: number, trackingNumbers: [] };
  const outcome = await loaded.adapter.voidShipment(loaded.access, request, { purchaseId: purchase.id });
  reach("unwanted.voided", purchase.id);
  const ending = endingOf(outcome);
  deps.log.warn("A booking that nobody wants was found at the carrier.", { purchaseId: purchase.id, number, ending });
  if (ending === null) return;
  await inTenant(deps.database, purchase.tenantId, (manager) => settleUnwanted(manager, purchase, number, ending));
  reach("unwanted.settled", purchase.id);
}

/** Null: not known yet, it is tried again. A refusal is final: the carrier bills it, and the audit trail says so. */
function endingOf(outcome: Outcome<VoidAnswer>): string | null {
  if (outcome.kind === "REJECTED") return "VOID_OF_UNWANTED_REFUSED";
  return outcome.kind === "ANSWERED" && outcome.value.isVoided ? "VOIDED_UNWANTED" : null;
}

async function settleUnwanted(
  manager: EntityManager,
  purchase: LabelPurchase,
  number: string,
  decision: string,
): Promise<void> {
  const settle = `update label_purchase set unwanted_bookings = unwanted_bookings - $2::text,
    settled_bookings = settled_bookings - $2::text || to_jsonb($2::text) where id = $1`;
  await manager.query(settle, [purchase.id, number]);
  await recordDecision(manager, {
    tenantId: purchase.tenantId,
    purchaseId: purchase.id,
    actor: "worker",
    decision,
    reason: number,
  });
}
