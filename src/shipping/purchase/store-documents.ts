import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { ShippedDocument, ShippedShipment } from "../../carrier/shipping.js";
import { DocumentFile } from "../../entities/document-file.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { newId } from "../new-id.js";

/** Keeps the papers that the carrier made with the labels; called in the transaction that stores the labels. */
export async function storeDocuments(
  manager: EntityManager,
  { tenantId, id: purchaseId, shipmentId, accountId }: LabelPurchase,
  shipped: Pick<ShippedShipment, "documents" | "packages">,
): Promise<void> {
  const documents = [...shipped.documents, ...signatureLabels(shipped)];
  if (documents.length === 0) return;
  const rows = documents.map((document, index) => ({
    tenantId,
    id: newId("doc"),
    accountId,
    shipmentId,
    purchaseId,
    origin: "CARRIER" as const,
    kind: document.kind,
    name: fileName(documents, index),
    contentType: document.contentType,
    byteLength: document.bytes.length,
    sha256: createHash("sha256").update(document.bytes).digest("hex"),
  }));
  await manager.insert(ShippingDocument, rows);
  await manager.insert(
    DocumentFile,
    rows.map(({ id: documentId }, index) => ({ tenantId, documentId, bytes: documents[index]!.bytes })),
  );
}

/** A paper of the carrier's, or the second label that it sent with one of a package. */
type StoredPaper = Pick<ShippedDocument, "contentType" | "bytes"> & {
  kind: ShippedDocument["kind"] | "SIGNATURE_LABEL";
};

function signatureLabels({ packages }: Pick<ShippedShipment, "packages">): StoredPaper[] {
  return packages.flatMap(({ signatureLabel }) =>
    signatureLabel ? [{ kind: "SIGNATURE_LABEL" as const, ...signatureLabel }] : [],
  );
}

const endings: Record<string, string> = {
  "application/pdf": "pdf",
  "text/html": "html",
  "image/png": "png",
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "application/zpl": "zpl",
  "application/epl": "epl",
  "application/spl": "spl",
};

/** `commercial-invoice.pdf`; the second of a kind is `receipt-2.html`. */
function fileName(documents: StoredPaper[], index: number): string {
  const { kind, contentType } = documents[index]!;
  const nth = documents.slice(0, index + 1).filter((document) => document.kind === kind).length;
  const stem = kind.toLowerCase().replaceAll("_", "-");
  return `${stem}${nth > 1 ? `-${nth}` : ""}.${endings[contentType] ?? "bin"}`;
}
