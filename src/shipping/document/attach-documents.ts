import { type EntityManager, IsNull, Not } from "typeorm";
import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { DocumentLink } from "../../entities/document-link.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";
import { reach } from "../../failpoints.js";
import { type LoadedAccount, requireAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { Refusal, type Result, refuse, settle } from "../result.js";
import { linkDocuments } from "../shipment/link-documents.js";
import { refuseErased } from "../shipment/lock-shipment.js";
import { documentsOf } from "./documents-of.js";
import { carrierIds, refuseTooMany, usableDocuments, whyNotOnLane } from "./usable-documents.js";

export interface AttachInput {
  shipmentId: string;
  documentIds: string[];
}

interface Target {
  shipment: Shipment;
  purchase: LabelPurchase;
}

const shipmentField = ["input", "shipmentId"];
const documentsField = ["input", "documentIds"];

/**
 * Sends uploaded documents after a shipment that has its labels. Sent once, safe to repeat: what goes with the shipment
 * already is not sent again.
 */
export function attachShippingDocuments(
  deps: ShippingDeps,
  actor: Actor,
  input: AttachInput,
): Promise<Result<Shipment>> {
  return settle(async () => {
    const target = await readInTenant(deps.database, actor.tenantId, (manager) => findTarget(manager, input));
    const loaded = await requireAccount(deps, actor.tenantId, target.purchase.accountId, shipmentField);
    const why = whyNotOnLane(loaded.adapter, target.shipment, target.purchase.serviceCode);
    if (why !== null) refuse("OPTION_NOT_ALLOWED", why, shipmentField);
    const plan = await readInTenant(deps.database, actor.tenantId, (manager) =>
      planPush(deps, manager, loaded, target.purchase, input.documentIds),
    );
    if (plan.documents.length > 0) await push(deps, loaded, target.purchase, plan);
    return target.shipment;
  });
}

async function findTarget(manager: EntityManager, { shipmentId, documentIds }: AttachInput): Promise<Target> {
  if (documentIds.length === 0) refuse("REQUIRED", "No document is named.", documentsField);
  const shipment = await manager.findOneBy(Shipment, { id: shipmentId });
  if (shipment === null) refuse("NOT_FOUND", "Nothing has this id.", shipmentField);
  refuseErased(shipment, shipmentField);
  const live = { shipmentId, state: "PURCHASED" as const, voidedAt: IsNull() };
  const purchase = shipment.status === "PURCHASED" ? await manager.findOneBy(LabelPurchase, live) : null;
  if (purchase === null) {
    const message = "Only a shipment with labels in force takes documents: others are bought with theirs.";
    refuse("NOT_ALLOWED", message, shipmentField);
  }
  return { shipment, purchase };
}

interface PushPlan {
  /** Those that do not go with it yet. */
  documents: ShippingDocument[];
  trackingNumbers: string[];
  firstSequence: number;
}

async function planPush(
  deps: ShippingDeps,
  manager: EntityManager,
  loaded: LoadedAccount,
  { id: purchaseId }: LabelPurchase,
  documentIds: string[],
): Promise<PushPlan> {
  const links = await manager.findBy(DocumentLink, { purchaseId });
  const named = await usableDocuments(deps, manager, loaded, documentIds, documentsField);
  const documents = named.filter(({ id }) => !links.some(({ documentId }) => documentId === id));
  const most = documentsOf(loaded.adapter, documentsField).limits(loaded.account.environment).maxPerShipment;
  if (links.length + documents.length > most) refuseTooMany(most, documentsField);
  const packages = await manager.find(PurchasedPackage, {
    where: { purchaseId, voidState: Not("VOIDED" as const) },
    order: { id: "ASC" },
  });
  const firstSequence = 1 + Math.max(0, ...links.map(({ sequence }) => sequence));
  return { documents, trackingNumbers: packages.map(({ trackingNumber }) => trackingNumber), firstSequence };
}

async function push(
  deps: ShippingDeps,
  { adapter, access }: LoadedAccount,
  purchase: LabelPurchase,
  { documents, trackingNumbers, firstSequence }: PushPlan,
): Promise<void> {
  const request = {
    carrierDocumentIds: carrierIds(documents),
    shipmentIdentificationNumber: purchase.shipmentIdentificationNumber as string,
    trackingNumbers,
    bookedAt: new Date(purchase.startedAt),
  };
  reach("attach.planned", purchase.id);
  const outcome = await documentsOf(adapter, documentsField).push(access, request, { purchaseId: purchase.id });
  reach("attach.answered", purchase.id);
  if (outcome.kind !== "ANSWERED") throw new Refusal(failureErrors(outcome, documentsField));
  await inTenant(deps.database, purchase.tenantId, (manager) =>
    linkDocuments(manager, purchase, documents, firstSequence),
  );
}
