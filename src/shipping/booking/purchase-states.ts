import { type EntityManager, IsNull, type QueryDeepPartialEntity } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { VoidReason } from "../../entities/values/enums.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { ClaimKind } from "../claim/claim-once.js";
import {
  endClaim,
  endNeverSent,
  endUnsent,
  forgetClaims,
  giveUp,
  leaveOpen,
  noteLeaving,
} from "../claim/claim-states.js";
import { planLook } from "../claim/looks.js";
import { userError } from "../user-error.js";

/*
 * The states of a purchase, and all that changes them, its key and its next look. Everybody else calls a verb from here;
 * the database refuses every other transition, whoever makes it. A verb that comes too late changes nothing.
 *
 * | from             | to          | verb             | when                                                        |
 * |------------------|-------------|------------------|-------------------------------------------------------------|
 * |                  | PENDING     | `claimPurchase`  | before any byte leaves; its first look is planned with it   |
 * | PENDING          | PENDING     | `markLeaving`    | the first byte may leave now; nothing is sent before        |
 * | PENDING          | NOT_CREATED | `markNeverSent`  | nobody has sent it by now, and nobody can any more          |
 * | PENDING, UNKNOWN | PURCHASED   | `markPurchased`  | the carrier's answer, or a booking that was found           |
 * | PENDING, UNKNOWN | REJECTED    | `markRejected`   | the carrier said no                                         |
 * | PENDING, UNKNOWN | NOT_CREATED | `markUnsent`     | it provably was not processed: its key is free again        |
 * | PENDING          | UNKNOWN     | `markUnanswered` | the carrier gave no clear answer                            |
 * | PENDING          | UNKNOWN     | `noteLook`       | (`claim/looks`) no answer was kept until it is looked up    |
 * | PENDING          | UNKNOWN     | `giveUpWaiting`  | the same, and a person decides or the note of it may be lost |
 * | UNKNOWN          | NOT_CREATED | `markNotCreated` | nothing is found for long, or a person says so              |
 *
 * Labels that were bought and are all voided (`markVoided`) leave it PURCHASED.
 */

/** Purchases, as the claims that they are. */
export const purchases: ClaimKind<LabelPurchase> = {
  rows: LabelPurchase,
  keyIsUnique: "label_purchase_idempotency_key_unique",
  referenceIsUnique: "label_purchase_carrier_reference_unique",
  subject: "intent",
};

type Change = QueryDeepPartialEntity<LabelPurchase>;

/** `bought`: the number, the charges and what the carrier said. False: the purchase was not open any more. */
export function markPurchased(manager: EntityManager, purchase: LabelPurchase, bought: Change): Promise<boolean> {
  // Other bookings under its reference may still have to be voided.
  const nextCheckAt = () => "case when unwanted_bookings = '[]' then null else next_check_at end";
  // A person may name a booking of what nobody remembers to have sent.
  const sentAt = () => "coalesce(sent_at, started_at)";
  const end = { ...bought, state: "PURCHASED" as const, userErrors: [], nextCheckAt, sentAt };
  return endClaim(manager, LabelPurchase, purchase, end);
}

/** The shipment can be bought again, with a new key. False: it had ended before. */
export async function markRejected(
  manager: EntityManager,
  purchase: LabelPurchase,
  userErrors: ShippingUserError[],
  carrierMessages: CarrierMessage[],
): Promise<boolean> {
  const end = { state: "REJECTED" as const, userErrors, carrierMessages };
  const isEnded = await endClaim(manager, LabelPurchase, purchase, end);
  if (isEnded) await releaseShipment(manager, purchase.shipmentId);
  return isEnded;
}

/** The shipment can be bought again, with the same key too. False: it had ended before. */
export async function markUnsent(
  manager: EntityManager,
  purchase: LabelPurchase,
  userErrors: ShippingUserError[],
  carrierMessages: CarrierMessage[],
): Promise<boolean> {
  const isEnded = await endUnsent(manager, LabelPurchase, purchase, { userErrors, carrierMessages });
  if (isEnded) await releaseShipment(manager, purchase.shipmentId);
  return isEnded;
}

/**
 * Written down before the first byte leaves for the carrier. False: it has been given up meanwhile, and must not be sent.
 */
export function markLeaving(manager: EntityManager, purchase: LabelPurchase, lookAfter: number): Promise<boolean> {
  return noteLeaving(manager, LabelPurchase, purchase, lookAfter);
}

/** As `markUnsent`, of a purchase that nobody has sent by now; from now on nobody can. False: somebody may have. */
export async function markNeverSent(manager: EntityManager, purchase: LabelPurchase): Promise<boolean> {
  const message = "The server was interrupted before it was sent, and nothing was bought. Repeat it with the same key.";
  const userErrors = [userError("CARRIER_UNAVAILABLE", message)];
  const isEnded = await endNeverSent(manager, LabelPurchase, purchase, { userErrors });
  if (isEnded) await releaseShipment(manager, purchase.shipmentId);
  return isEnded;
}

/** The shipment stays taken. False: it was not PENDING any more. */
export function markUnanswered(
  manager: EntityManager,
  purchase: LabelPurchase,
  carrierMessages: CarrierMessage[],
): Promise<boolean> {
  return leaveOpen(manager, LabelPurchase, purchase, { userErrors: [], carrierMessages });
}

/** No answer was written down by the time that a person decides, or that the carrier is asked. */
export async function giveUpWaiting(manager: EntityManager, purchase: LabelPurchase): Promise<void> {
  // Taken to be sent, by whoever decides, and where the note of it may have been lost.
  await leaveOpen(manager, LabelPurchase, purchase, { sentAt: () => "coalesce(sent_at, started_at)" });
}

const watchAgainAfterSeconds = 21_600;

/**
 * If the purchase is UNKNOWN and was sent at least `minimumAgeSeconds` ago by the database's clock; the shipment can be
 * bought again, with a new key. The carrier stays watched for a late booking. False: left as it is.
 */
export async function markNotCreated(
  manager: EntityManager,
  purchase: LabelPurchase,
  minimumAgeSeconds: number,
): Promise<boolean> {
  const userErrors = [userError("CARRIER_UNAVAILABLE", "The carrier never booked it. Buy it again with a new key.")];
  if (!(await giveUp(manager, LabelPurchase, purchase, minimumAgeSeconds, { userErrors }))) return false;
  await releaseShipment(manager, purchase.shipmentId);
  await scheduleCheck(manager, purchase.id, watchAgainAfterSeconds);
  return true;
}

/** Its last package is voided: the shipment can be bought again. */
export async function markVoided(manager: EntityManager, { id, shipmentId }: LabelPurchase): Promise<void> {
  const { affected } = await manager.update(LabelPurchase, { id, voidedAt: IsNull() }, { voidedAt: () => "now()" });
  if (affected === 1) await manager.update(Shipment, { id: shipmentId }, { status: "VOIDED" });
}

/** Why its labels are voided; what was said before is replaced. */
export async function stateVoidReason(
  manager: EntityManager,
  { id }: LabelPurchase,
  voidReason: VoidReason,
): Promise<void> {
  await manager.update(LabelPurchase, { id }, { voidReason, voidReasonAt: () => "clock_timestamp()" });
}

/** DRAFT again, or VOIDED when labels were bought and voided before. */
async function releaseShipment(manager: EntityManager, id: string): Promise<void> {
  const hadLabels = await manager
    .createQueryBuilder(PurchasedPackage, "bought")
    .innerJoin("bought.purchaseRow", "purchase")
    .where("purchase.shipmentId = :id", { id })
    .getExists();
  await manager.update(Shipment, { id, status: "PURCHASING" }, { status: hadLabels ? "VOIDED" : "DRAFT" });
}

/** The purchase is looked at again so many seconds from now; written in the transaction that needs it. */
export function scheduleCheck(manager: EntityManager, purchaseId: string, afterSeconds: number): Promise<void> {
  return planLook(manager, LabelPurchase, purchaseId, afterSeconds);
}

/** What the carrier refused, or provably never got, goes with its shipment; what a person decided on stays on record. */
export async function forgetRefused(manager: EntityManager, shipmentId: string): Promise<void> {
  const isUndecided = `not exists (select 1 from purchase_decision decision
    where decision.tenant_id = label_purchase.tenant_id and decision.purchase_id = label_purchase.id)`;
  const isRefused = "(state = 'REJECTED' or state = 'NOT_CREATED')";
  const where = `shipment_id = :shipmentId and ${isRefused} and ${isUndecided}`;
  await forgetClaims(manager, LabelPurchase, where, { shipmentId });
}
