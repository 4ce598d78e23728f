import { type EntityManager, In } from "typeorm";
import { DocumentFile } from "../../entities/document-file.js";
import { DocumentUpload } from "../../entities/document-upload.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { erasedFingerprint } from "../claim/claim-once.js";
import { forgetContent } from "../document/claim-upload.js";
import { erasedText } from "./erased-values.js";

/** Of the shipment: made with it, uploaded for it, or sent with it. Shared: another shipment that is not erased has it too. */
const find = `
  select d.id, exists (
      select from shipment s where s.id <> $1 and s.erased_at is null and (s.id = d.shipment_id or exists (
        select from document_link l join label_purchase p on p.id = l.purchase_id
         where l.document_id = d.id and p.shipment_id = s.id))) as "isShared"
    from shipping_document d
   where d.sha256 <> '' and (d.shipment_id = $1 or d.purchase_id = any($2)
      or exists (select from document_link l where l.document_id = d.id and l.purchase_id = any($2)))
   order by d.id for update of d`;

/** Files and names of a shipment's documents. What was sent to the carrier is the carrier's. */
export async function eraseDocuments(
  manager: EntityManager,
  shipmentId: string,
  purchaseIds: string[],
): Promise<{ erased: number; shared: string[] }> {
  const found = (await manager.query(find, [shipmentId, purchaseIds])) as { id: string; isShared: boolean }[];
  const ids = found.filter(({ isShared }) => !isShared).map(({ id }) => id);
  await manager.delete(DocumentFile, { documentId: In(ids) });
  // Without its hash nobody finds out what it was; a deleted document can neither be had nor sent again.
  const erased = { name: erasedText, sha256: "", deletedAt: () => "coalesce(deleted_at, now())" };
  await manager.update(ShippingDocument, { id: In(ids) }, erased);
  for (const id of ids) await forgetContent(manager, id);
  await manager.update(DocumentUpload, { documentId: In(ids) }, { requestFingerprint: erasedFingerprint });
  return { erased: ids.length, shared: found.filter(({ isShared }) => isShared).map(({ id }) => id) };
}
