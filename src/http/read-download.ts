import type { LinkTarget } from "../security/signed-links.js";
import type { ShippingDeps } from "../shipping/deps.js";
import { readDocumentFile } from "../shipping/document/document-bytes.js";
import { readLabelBatch } from "../shipping/label/label-batch.js";
import { readLabelFile } from "../shipping/label/label-bytes.js";
import type { DownloadedFile } from "./http-options.js";

type Read = (deps: ShippingDeps, target: LinkTarget) => Promise<{ bytes: Buffer; contentType: string } | null>;

const readers: Record<string, Read> = {
  labels: (deps, { tenantId, fileId }) => readLabelFile(deps, tenantId, fileId, "PRINT"),
  previews: (deps, { tenantId, fileId }) => readLabelFile(deps, tenantId, fileId, "CARRIER"),
  documents: (deps, { tenantId, fileId }) => readLabelBatch(deps, tenantId, [fileId], { withPapers: false }),
  batches: (deps, { tenantId, fileId }) => readLabelBatch(deps, tenantId, fileId.split(","), { withPapers: false }),
  bundles: (deps, { tenantId, fileId }) => readLabelBatch(deps, tenantId, fileId.split(","), { withPapers: true }),
  papers: (deps, { tenantId, fileId }) => readDocumentFile(deps, tenantId, fileId),
};

/** The file that a verified link names, as it is stored now; null: it is gone. */
export async function readDownload(deps: ShippingDeps, target: LinkTarget): Promise<DownloadedFile | null> {
  const file = (await readers[target.kind]?.(deps, target)) ?? null;
  return file && { bytes: file.bytes, contentType: file.contentType, fileName: target.fileName };
}
