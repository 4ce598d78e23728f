import { type EntityManager, IsNull } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import type { Actor } from "../deps.js";
import { acceptOffer, hasAcceptedOffer } from "../shipment/accept-offer.js";
import type { Draft } from "../shipment/assemble-draft.js";
import type { DraftInput } from "../shipment/draft-input.js";
import { claimGeneratedReturn, openReturnsOf } from "../shipment/generated-return.js";
import { draftColumns, insertDraft, insertPackages, refuseSecondDraft } from "../shipment/insert-draft.js";
import { removePackages } from "../shipment/remove-packages.js";
import { keptTags } from "../shipment/tags.js";
import type { PurchasePlan } from "./assemble-purchase.js";

/** What was taken, and the offer that it is bought at; null: none. */
export interface TakenShipment {
  shipmentId: string;
  acceptedOfferId: string | null;
}

/** The shipment that the plan is bought for, taken: nobody else can buy it before the purchase has ended. */
export async function takeShipment(manager: EntityManager, actor: Actor, plan: PurchasePlan): Promise<TakenShipment> {
  const id = plan.shipment?.id ?? (await makeShipment(manager, actor, plan));
  const offer = plan.quote ? { isOfferOutdated: false } : keptOffer(plan);
  await manager.update(Shipment, { id }, { ...draftColumns(plan), ...offer, status: "PURCHASING" });
  const { outboundShipmentId } = plan.draftInput;
  if (outboundShipmentId) await claimGeneratedReturn(manager, id, openReturnsOf(outboundShipmentId));
  return { shipmentId: id, acceptedOfferId: plan.quote && (await acceptOffer(manager, id, plan.quote)) };
}

/** A try with another service takes the draft's offer away only once it has bought: until then the offer binds. */
function keptOffer({ shipment }: PurchasePlan): Partial<Pick<Shipment, "rateQuoteId" | "serviceCode">> {
  return shipment?.rateQuoteId ? { rateQuoteId: shipment.rateQuoteId, serviceCode: shipment.serviceCode } : {};
}

/** What an earlier try to buy inline left under the same clientReference is taken again, with what is given now. */
async function makeShipment(manager: EntityManager, actor: Actor, plan: PurchasePlan): Promise<string> {
  const { outboundShipmentId } = plan.draftInput;
  const left = (await findLeftReturn(manager, outboundShipmentId)) ?? (await findLeftDraft(manager, plan.draftInput));
  if (left !== null) return refillDraft(manager, left, plan.draftInput, plan);
  await refuseSecondDraft(manager, plan.draftInput, ["input", "shipment"]);
  return insertDraft(manager, actor.tenantId, plan.draftInput, plan);
}

/** The draft that a try to buy left behind when nothing was bought; locked. Null: none, or one that somebody saved. */
async function findLeftDraft(manager: EntityManager, { clientReference }: DraftInput): Promise<Shipment | null> {
  const by = { clientReference: clientReference?.trim(), status: "DRAFT" as const };
  if (!by.clientReference) return null;
  const shipment = await manager.findOne(Shipment, { where: by, lock: { mode: "pessimistic_write" } });
  if (shipment === null || shipment.version > 1) return null;
  // Made in one transaction, shipment and try bear the same time; a draft that was saved is older than its tries.
  const isLeft = await manager.existsBy(LabelPurchase, { shipmentId: shipment.id, startedAt: shipment.createdAt });
  return isLeft ? shipment : null;
}

/** Gives the draft the parts of this try; gives its id. */
async function refillDraft(
  manager: EntityManager,
  shipment: Shipment,
  input: DraftInput,
  draft: Draft,
): Promise<string> {
  const { id, tenantId } = shipment;
  const own = {
    orderId: input.orderId?.trim() || null,
    reference: input.reference?.trim() || null,
    tags: keptTags(input.tags),
    returnedPackageIds: input.returnedPackageIds ?? [],
    // What an earlier try was offered is no estimate of this one.
    isOfferOutdated: await hasAcceptedOffer(manager, id),
  };
  await manager.update(Shipment, { id }, { ...draftColumns(draft), ...own });
  await removePackages(manager, id);
  await insertPackages(manager, tenantId, id, draft.details.packages);
  return id;
}

/** The return that an earlier try left behind when nothing was bought; locked. Null: none, or one that somebody changed. */
async function findLeftReturn(
  manager: EntityManager,
  outboundShipmentId: string | null | undefined,
): Promise<Shipment | null> {
  if (!outboundShipmentId) return null;
  const left = await manager.findOne(Shipment, {
    where: { outboundShipmentId, status: "DRAFT", version: 1, duplicateOfId: IsNull() },
    order: { createdAt: "DESC", id: "DESC" },
    lock: { mode: "pessimistic_write" },
  });
  if (left === null) return null;
  return (await manager.existsBy(LabelPurchase, { shipmentId: left.id })) ? left : null;
}
