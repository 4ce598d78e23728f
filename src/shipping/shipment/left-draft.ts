import type { EntityManager } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import type { Draft } from "./assemble-draft.js";
import type { DraftInput } from "./draft-input.js";
import { draftColumns, insertPackages } from "./insert-draft.js";
import { removePackages } from "./remove-packages.js";

/** The draft that a try to buy left behind when nothing was bought; locked. Null: none, or one that somebody saved. */
export async function findLeftDraft(manager: EntityManager, { clientReference }: DraftInput): Promise<Shipment | null> {
  const by = { clientReference: clientReference?.trim(), status: "DRAFT" as const };
  if (!by.clientReference) return null;
  const shipment = await manager.findOne(Shipment, { where: by, lock: { mode: "pessimistic_write" } });
  if (shipment === null || shipment.version > 1) return null;
  // Made in one transaction, shipment and try bear the same time; a draft that was saved is older than its tries.
  const isLeft = await manager.existsBy(LabelPurchase, { shipmentId: shipment.id, startedAt: shipment.createdAt });
  return isLeft ? shipment : null;
}

/** Gives the draft the parts of this try; gives its id. */
export async function refillDraft(
  manager: EntityManager,
  shipment: Shipment,
  input: DraftInput,
  draft: Draft,
): Promise<string> {
  const { id, tenantId } = shipment;
  const own = { orderId: input.orderId?.trim() || null, reference: input.reference?.trim() || null };
  await manager.update(Shipment, { id }, { ...draftColumns(draft), ...own });
  await removePackages(manager, id);
  await insertPackages(manager, tenantId, id, draft.details.packages);
  return id;
}
