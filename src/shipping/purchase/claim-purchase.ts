import type { EntityManager } from "typeorm";
import type { Money } from "../../carrier/values.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { refuse } from "../result.js";
import { scheduleCheck } from "../schedule-check.js";
import { refuseSecondDraft } from "../shipment/create-shipment.js";
import { claimGeneratedReturn, openReturnsOf } from "../shipment/generated-return.js";
import { draftColumns, insertDraft } from "../shipment/insert-draft.js";
import { findLeftDraft, refillDraft } from "../shipment/left-draft.js";
import { findLeftReturn } from "../shipment/left-return.js";
import { linkDocuments } from "../shipment/link-documents.js";
import { readableCode } from "../shipment/shipment-number.js";
import { assemblePurchase, type PurchasePlan, planFingerprint } from "./assemble-purchase.js";
import { guardSpend } from "./guard-spend.js";
import type { PurchaseInput } from "./purchase-input.js";
import { type UncheckedLocation, uncheckedLocation } from "./recheck-location.js";

export interface Claim {
  kind: "CLAIMED";
  purchase: LabelPurchase;
  plan: PurchasePlan;
  /** `performance.now()` before the claim was written: what is sent too long after it could meet a look at it. */
  claimedAt: number;
}

/**
 * Nothing was claimed: first the carrier is to be asked, outside the transaction, what the purchase costs, because amounts
 * are limited, or whether the access point that it goes to takes packages.
 */
export type Need = { kind: "PRICE_NEEDED" } | { kind: "LOCATION_NEEDED"; location: UncheckedLocation };

/** What the claim is made under. */
export interface ClaimTerms {
  requestFingerprint: string;
  /** Null: no price was asked for. */
  priced: PricedPlan | null;
  /** Our id of the access point that the carrier was asked about; null: it was asked about none. */
  checkedLocationId: string | null;
}

/** The fingerprint of the plan whose price was checked, and the price. */
export interface PricedPlan {
  plan: string;
  price: Money;
}

/**
 * Transaction one: takes the key and the shipment and writes down what is about to be bought, before any byte leaves; or
 * writes nothing and says what it needs. Throws a `Refusal`, and a unique violation when somebody else took the key at the
 * same moment.
 */
export function claimPurchase(
  deps: ShippingDeps,
  actor: Actor,
  input: PurchaseInput,
  terms: ClaimTerms,
): Promise<Claim | Need> {
  const claimedAt = performance.now();
  return inTenant(deps.database, actor.tenantId, async (manager) => {
    const plan = await assemblePurchase(deps, manager, input);
    if (terms.priced !== null && terms.priced.plan !== planFingerprint(plan)) {
      refuse("CONFLICT", "The shipment was changed while its price was checked.", plan.field);
    }
    const location = uncheckedLocation(plan, terms.checkedLocationId);
    if (location !== null) return { kind: "LOCATION_NEEDED", location };
    const spend = await guardSpend(deps, manager, plan, terms.priced?.price ?? null);
    if (spend === null) return { kind: "PRICE_NEEDED" };
    const shipmentId = await takeShipment(manager, actor, plan);
    const id = newId("lpu");
    await manager.insert(LabelPurchase, {
      ...purchaseRow(id, shipmentId, actor, input, terms, plan),
      ...spend.columns,
    });
    await linkDocuments(manager, { tenantId: actor.tenantId, id }, plan.documents);
    await scheduleCheck(manager, id, deps.timings.reconcileAfter);
    await spend.count();
    return { kind: "CLAIMED", purchase: await manager.findOneByOrFail(LabelPurchase, { id }), plan, claimedAt };
  });
}

async function takeShipment(manager: EntityManager, actor: Actor, plan: PurchasePlan): Promise<string> {
  const id = plan.shipment?.id ?? (await makeShipment(manager, actor, plan));
  await manager.update(Shipment, { id }, { ...draftColumns(plan), status: "PURCHASING" });
  const { outboundShipmentId } = plan.draftInput;
  if (outboundShipmentId) await claimGeneratedReturn(manager, id, openReturnsOf(outboundShipmentId));
  return id;
}

/** What an earlier try to buy inline left under the same clientReference is taken again, with what is given now. */
async function makeShipment(manager: EntityManager, actor: Actor, plan: PurchasePlan): Promise<string> {
  const { outboundShipmentId } = plan.draftInput;
  const left = (await findLeftReturn(manager, outboundShipmentId)) ?? (await findLeftDraft(manager, plan.draftInput));
  if (left !== null) return refillDraft(manager, left, plan.draftInput, plan);
  await refuseSecondDraft(manager, plan.draftInput, ["input", "shipment"]);
  return insertDraft(manager, actor.tenantId, plan.draftInput, plan);
}

function purchaseRow(
  id: string,
  shipmentId: string,
  actor: Actor,
  input: PurchaseInput,
  terms: ClaimTerms,
  plan: PurchasePlan,
) {
  return {
    tenantId: actor.tenantId,
    id,
    shipmentId,
    idempotencyKey: input.idempotencyKey,
    requestFingerprint: terms.requestFingerprint,
    state: "PENDING" as const,
    carrierReference: newCarrierReference(),
    accountId: plan.account.id,
    serviceCode: plan.serviceCode,
    labelFormat: plan.labelFormat,
    rateQuoteId: plan.quote?.id ?? null,
  };
}

/** 14 alphanumerics, 65 random bits: short enough for a bar code, unique for ever, never used again. */
function newCarrierReference(): string {
  return `S${readableCode(13)}`;
}
