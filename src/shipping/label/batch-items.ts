import { type EntityManager, In, IsNull } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { erasedLabel } from "./label-to-recover.js";

/** A shipment or label that is wanted in a file, with the labels in force that it stands for, or why there is none. */
export interface BatchItem {
  id: string;
  /** Where it was given first. */
  field: [string, number];
  labels: ShippingLabel[];
  problem: ShippingUserError | null;
}

type Said = [code: ShippingUserError["code"], message: string];

const isErased: Said = ["PERSONAL_DATA_ERASED", erasedLabel];

/** The bought labels of each shipment that are in force, in package order. */
export async function shipmentItems(manager: EntityManager, ids: string[]): Promise<BatchItem[]> {
  const labels = await manager.find(ShippingLabel, {
    where: { shipmentId: In(ids), isRecovered: false, isInForce: true },
    order: { purchasedPackageId: "ASC" },
  });
  const lacking = ids.filter((id) => !labels.some((label) => label.shipmentId === id));
  const reasons = await whyNone(manager, lacking);
  return itemsOf(ids, "shipmentIds", (id) => {
    const own = labels.filter((label) => label.shipmentId === id);
    if (own.some(({ erasedAt }) => erasedAt !== null)) return isErased;
    return own.length > 0 ? own : (reasons.get(id) ?? ["NOT_FOUND", `There is no shipment ${id}.`]);
  });
}

/** Labels as they are given, copies too. */
export async function labelItems(manager: EntityManager, ids: readonly string[]): Promise<BatchItem[]> {
  const labels = await manager.findBy(ShippingLabel, { id: In(ids) });
  return itemsOf(ids, "labelIds", (id) => {
    const label = labels.find((candidate) => candidate.id === id);
    if (label === undefined) return ["NOT_FOUND", `There is no label ${id}.`];
    if (label.isInForce && label.erasedAt !== null) return isErased;
    return label.isInForce ? [label] : ["ALREADY_VOIDED", "The label is voided, or about to be: do not use it."];
  });
}

function itemsOf(ids: readonly string[], argument: string, find: (id: string) => ShippingLabel[] | Said): BatchItem[] {
  return [...new Set(ids)].map((id) => {
    const field: [string, number] = [argument, ids.indexOf(id)];
    const found = find(id);
    if (!isReason(found)) return { id, field, labels: found, problem: null };
    return { id, field, labels: [], problem: userError(...found, field) };
  });
}

const isReason = (found: ShippingLabel[] | Said): found is Said => typeof found[0] === "string";

const byStatus: Partial<Record<Shipment["status"], Said>> = {
  DRAFT: ["NOT_ALLOWED", "It is a draft: no label is bought."],
  PURCHASING: ["CONFLICT", "It is being bought: ask again when its purchase has ended."],
  VOIDED: ["ALREADY_VOIDED", "Its labels are voided: do not use them."],
};
const isBeingVoided: Said = ["ALREADY_VOIDED", "Its labels are about to be voided: do not use them."];
const isDelivered: Said = ["NOT_ALLOWED", "The carrier mails, sends or brings its labels itself: there is no file."];

/** Why known shipments have no label to print. */
async function whyNone(manager: EntityManager, ids: string[]): Promise<Map<string, Said>> {
  if (ids.length === 0) return new Map();
  const shipments = await manager.findBy(Shipment, { id: In(ids) });
  const purchases = await manager.findBy(LabelPurchase, {
    shipmentId: In(ids),
    state: "PURCHASED",
    voidedAt: IsNull(),
  });
  const pending = await manager.findBy(PurchasedPackage, {
    purchaseId: In(purchases.map(({ id }) => id)),
    voidState: "VOID_PENDING",
  });
  return new Map(
    shipments.map(({ id, status }) => {
      const purchase = purchases.find(({ shipmentId }) => shipmentId === id);
      const isPending = pending.some(({ purchaseId }) => purchaseId === purchase?.id);
      return [id, byStatus[status] ?? (isPending ? isBeingVoided : isDelivered)];
    }),
  );
}
