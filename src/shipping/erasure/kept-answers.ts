import type { EntryKind } from "../../journal/journal.js";
import type { ShippingDeps } from "../deps.js";
import type { UploadAnswer } from "../document/store-upload.js";
import type { IsKept } from "./erase-shipment.js";

const ofPurchases: EntryKind[] = ["SHIP", "VOID", "VOID_UNWANTED"];

/**
 * Of which purchases and shipments this server's journal holds an answer: it may be the only place that knows of a booking,
 * so it is never erased before it is settled or a person has looked at it.
 */
export async function keptAnswers({ journal }: Pick<ShippingDeps, "journal">, tenantId: string): Promise<IsKept> {
  const entries = await Promise.all(ofPurchases.map((kind) => journal.find(kind, tenantId)));
  const uploads = await journal.find("UPLOAD", tenantId);
  const ids = new Set([
    ...entries.flat().map(({ key }) => key.id),
    ...uploads.map(({ value }) => (value as UploadAnswer).target.shipmentId),
  ]);
  return (id) => ids.has(id);
}
