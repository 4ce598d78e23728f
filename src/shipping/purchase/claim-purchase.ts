import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import { currentTraceparent } from "../../telemetry/spans.js";
import { isAnyOrphan } from "../booking/booking-claim.js";
import { nextReferences } from "../booking/next-references.js";
import { scheduleCheck } from "../booking/purchase-states.js";
import { newClaim } from "../claim/claim-states.js";
import { firstLookAfter } from "../claim/send-in-time.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { refuse } from "../result.js";
import { linkDocuments } from "../shipment/link-documents.js";
import type { FoundBooking } from "./ask-first.js";
import { assemblePurchase, type PurchasePlan } from "./assemble-purchase.js";
import { type ClaimTerms, type Need, needOf, type PricedPlan } from "./claim-terms.js";
import { guardSpend, type SpendGuard } from "./guard-spend.js";
import { tellOtherPurchases } from "./other-purchases.js";
import { tellOutdatedOffer } from "./outdated-offer.js";
import type { PurchaseInput } from "./purchase-input.js";
import { takeShipment } from "./take-shipment.js";

export interface ClaimedPurchase {
  kind: "CLAIMED";
  purchase: LabelPurchase;
  plan: PurchasePlan;
  /** `performance.now()` before the claim was written: what is sent too long after it could meet a look at it. */
  claimedAt: number;
  /** What the key had bought already, to be taken over instead of sent; null: nothing. */
  found: FoundBooking | null;
}

/**
 * Transaction one: takes the key and the shipment and writes down what is about to be bought, before any byte leaves; or
 * writes nothing and says what it needs. Throws as `claimOnce` lets it.
 */
export function claimPurchase(
  deps: ShippingDeps,
  actor: Actor,
  input: PurchaseInput,
  terms: ClaimTerms,
): Promise<ClaimedPurchase | Need> {
  const claimedAt = performance.now();
  return inTenant(deps.database, actor.tenantId, async (manager) => {
    const found = terms.lookedUp?.found ?? null;
    if (found !== null) await refuseOrphan(manager, found);
    const plan = await assemblePurchase(deps, manager, input);
    const references = await nextReferences(manager, actor.tenantId, terms.request.idempotencyKey);
    const need = found === null ? await needOf(deps, manager, input, plan, terms, references) : null;
    if (need !== null) return need;
    const spend = await guardSpend(deps, manager, plan, terms.priced?.price ?? null, found !== null);
    if (spend === null) return { kind: "PRICE_NEEDED" };
    const carrierReference = found?.carrierReference ?? references[0];
    const id = await insertPurchase(manager, actor, plan, terms, { carrierReference, ...spend.columns });
    await linkDocuments(manager, { tenantId: actor.tenantId, id }, plan.documents);
    await scheduleCheck(manager, id, firstLookAfter(deps.timings));
    await spend.count();
    const purchase = await manager.findOneByOrFail(LabelPurchase, { id });
    return { kind: "CLAIMED", purchase, plan, claimedAt, found };
  });
}

/** Before all else that is locked: whoever takes a booking over locks it first. */
async function refuseOrphan(manager: EntityManager, { booked }: FoundBooking): Promise<void> {
  const numbers = booked.bookings.map((booking) => booking.shipmentIdentificationNumber);
  if (!(await isAnyOrphan(manager, numbers))) return;
  const message = "What the key bought is being voided by the operator. Nothing was bought: repeat it later.";
  refuse("CARRIER_UNAVAILABLE", message, ["input", "idempotencyKey"]);
}

/** Takes the shipment and writes the purchase's row; gives its id. */
async function insertPurchase(
  manager: EntityManager,
  actor: Actor,
  plan: PurchasePlan,
  { request, priced, lookedUp }: ClaimTerms,
  columns: SpendGuard["columns"] & Pick<LabelPurchase, "carrierReference">,
): Promise<string> {
  const { shipmentId, acceptedOfferId } = await takeShipment(manager, actor, plan);
  const found = lookedUp?.found ?? null;
  const told = [await tellOutdatedOffer(manager, plan), await tellOtherPurchases(manager, plan, shipmentId)];
  const id = newId("lpu");
  await manager.insert(LabelPurchase, {
    ...newClaim(actor.tenantId, request),
    id,
    // What was found was sent before: whoever comes to the claim looks it up.
    sentAt: found && (() => "now()"),
    traceparent: currentTraceparent(),
    shipmentId,
    notices: [...plan.notices, ...told.flat(), ...tellFound(found)],
    ...boughtColumns(plan),
    acceptedOfferId: priced && acceptedOfferId,
    ...priceColumns(priced),
    ...columns,
  });
  return id;
}

function tellFound(found: FoundBooking | null): CarrierMessage[] {
  if (found === null) return [];
  const text =
    "The labels were bought with this key before; the database had lost them, and they were taken over from the carrier as they are.";
  return [{ carrierErrorCode: "PURCHASE_RECOVERED", severity: "WARNING", text }];
}

function boughtColumns({ account, serviceCode, labelFormat, quote }: PurchasePlan) {
  return { accountId: account.id, serviceCode, labelFormat, rateQuoteId: quote?.id ?? null };
}

function priceColumns(priced: PricedPlan | null) {
  return {
    checkedAmount: priced?.price.amount ?? null,
    checkedCurrency: priced?.price.currencyCode ?? null,
    mostAmount: priced?.most?.amount ?? null,
  };
}
