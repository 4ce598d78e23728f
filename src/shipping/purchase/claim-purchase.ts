import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { StoredAccessPoint } from "../../entities/values/stored-shipment-details.js";
import { currentTraceparent } from "../../telemetry/spans.js";
import { isAnyOrphan } from "../booking/booking-claim.js";
import { nextReferences } from "../booking/next-references.js";
import { scheduleCheck } from "../booking/purchase-states.js";
import { readDoubt } from "../booking/read-doubt.js";
import type { ClaimRequest } from "../claim/claim-once.js";
import { newClaim } from "../claim/claim-states.js";
import { firstLookAfter } from "../claim/send-in-time.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { refuse } from "../result.js";
import { linkDocuments } from "../shipment/link-documents.js";
import { needsPrice } from "./accepted-price.js";
import type { FoundBooking, UnknownKey } from "./ask-first.js";
import { assemblePurchase, type PurchasePlan, planFingerprint } from "./assemble-purchase.js";
import type { CheckedPrice } from "./check-price.js";
import { guardSpend } from "./guard-spend.js";
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

/** An access point that the carrier is to be asked about before anything is bought for it. */
export interface UncheckedLocation {
  accountId: string;
  accessPoint: StoredAccessPoint;
  field: string[];
}

/**
 * Nothing was claimed: first the carrier is to be asked, outside the transaction, what the purchase costs, because an
 * offer was accepted or amounts are limited, whether the access point that it goes to takes packages, or what the key has
 * bought before.
 */
export type Need =
  | { kind: "PRICE_NEEDED" }
  | { kind: "LOCATION_NEEDED"; location: UncheckedLocation }
  | { kind: "LOOK_UP_NEEDED"; key: UnknownKey };

/** What the claim is made under. */
export interface ClaimTerms {
  request: ClaimRequest;
  /** Null: no price was asked for. */
  priced: PricedPlan | null;
  /** Our id of the access point that the carrier was asked about; null: it was asked about none. */
  checkedLocationId: string | null;
  /** What the carrier said that the key has bought before; null: it was not asked. */
  lookedUp: { found: FoundBooking | null } | null;
}

/** The price that was checked, and the fingerprint of the plan that it is of. */
export interface PricedPlan extends CheckedPrice {
  plan: string;
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
    const { shipmentId, acceptedOfferId } = await takeShipment(manager, actor, plan);
    const told = [await tellOutdatedOffer(manager, plan), await tellOtherPurchases(manager, plan, shipmentId)];
    const notices = [...plan.notices, ...told.flat(), ...tellFound(found)];
    const id = newId("lpu");
    const claim = {
      ...newClaim(actor.tenantId, terms.request),
      id,
      carrierReference: found?.carrierReference ?? references[0],
      // What was found was sent before: whoever comes to the claim looks it up.
      sentAt: found && (() => "now()"),
      traceparent: currentTraceparent(),
    };
    const price = { acceptedOfferId: terms.priced && acceptedOfferId, ...priceColumns(terms.priced) };
    await manager.insert(LabelPurchase, {
      ...claim,
      shipmentId,
      notices,
      ...boughtColumns(plan),
      ...price,
      ...spend.columns,
    });
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

/** What the carrier is to be asked before the plan is bought; null: nothing. Throws a `Refusal` CONFLICT. */
async function needOf(
  deps: ShippingDeps,
  manager: EntityManager,
  input: PurchaseInput,
  plan: PurchasePlan,
  terms: ClaimTerms,
  references: UnknownKey["references"],
): Promise<Need | null> {
  // First: what was bought is not bought again, whatever it would cost today.
  const doubt = terms.lookedUp === null ? await readDoubt(manager, deps.ledger) : null;
  const { account, labelFormat } = plan;
  if (doubt !== null) return { kind: "LOOK_UP_NEEDED", key: { accountId: account.id, labelFormat, references, doubt } };
  if (terms.priced !== null && terms.priced.plan !== planFingerprint(plan))
    refuse("CONFLICT", "The shipment was changed while its price was checked.", plan.field);
  const location = uncheckedLocation(plan, terms.checkedLocationId);
  if (location !== null) return { kind: "LOCATION_NEEDED", location };
  const isPriceNeeded = plan.quote !== null || needsPrice(input);
  return isPriceNeeded && terms.priced === null ? { kind: "PRICE_NEEDED" } : null;
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

/** The access point that the plan goes to, unless it is the one that was looked at. Null: there is nothing to look at. */
function uncheckedLocation(
  { details, account, shipment }: PurchasePlan,
  checkedId: string | null,
): UncheckedLocation | null {
  const { accessPoint } = details;
  if (accessPoint === null || accessPoint.locationId === checkedId) return null;
  const field = shipment ? ["input", "shipmentId"] : ["input", "shipment", "carrierLocationId"];
  return { accountId: account.id, accessPoint, field };
}
