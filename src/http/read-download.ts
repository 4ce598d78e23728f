import type { LinkTarget } from "../security/signed-links.js";
import type { ShippingDeps } from "../shipping/deps.js";
import { readDocumentFile } from "../shipping/document/document-bytes.js";
import { type BatchContent, readLabelBatch } from "../shipping/label/label-batch.js";
import { readUsableLabel } from "../shipping/label/label-bytes.js";
import type { DownloadedFile, WithheldFile } from "./http-options.js";

type Stored = { bytes: Buffer; contentType: string } | WithheldFile | null;
type Read = (deps: ShippingDeps, target: LinkTarget) => Promise<Stored>;

const batch =
  (kind: BatchContent["kind"], withDocuments: boolean): Read =>
  (deps, { tenantId, fileId }) =>
    readLabelBatch(deps, tenantId, { kind, ids: fileId.split(","), withDocuments });

const readers: Record<string, Read> = {
  labels: (deps, { tenantId, fileId }) => readUsableLabel(deps, tenantId, fileId, "PRINT"),
  previews: (deps, { tenantId, fileId }) => readUsableLabel(deps, tenantId, fileId, "CARRIER"),
  documents: batch("shipments", false),
  batches: batch("shipments", false),
  bundles: batch("shipments", true),
  labelBatches: batch("labels", false),
  labelBundles: batch("labels", true),
  papers: (deps, { tenantId, fileId }) => readDocumentFile(deps, tenantId, fileId),
};

/** The file that a verified link names, as it is stored now; null: it is gone. What is voided since is withheld. */
export async function readDownload(
  deps: ShippingDeps,
  target: LinkTarget,
): Promise<DownloadedFile | WithheldFile | null> {
  const file = (await readers[target.kind]?.(deps, target)) ?? null;
  if (file === null || "reason" in file) return file;
  return { bytes: file.bytes, contentType: file.contentType, fileName: target.fileName };
}
