import type { ShippingDeps } from "../deps.js";
import { readLabelFile } from "./label-bytes.js";
import { readLabelsDocument } from "./labels-document.js";

/** What a signed link names. */
export interface DownloadTarget {
  tenantId: string;
  kind: string;
  fileId: string;
  contentType: string;
  fileName: string;
}

export interface Download {
  bytes: Buffer;
  contentType: string;
  fileName: string;
}

/** The file behind a link; null when it is gone, or was never of that tenant. */
export async function readDownload(
  deps: ShippingDeps,
  { tenantId, kind, fileId, fileName }: DownloadTarget,
): Promise<Download | null> {
  const file = await (readers[kind]?.(deps, tenantId, fileId) ?? null);
  return file && { bytes: file.bytes, contentType: file.contentType, fileName };
}

type Reader = (
  deps: ShippingDeps,
  tenantId: string,
  fileId: string,
) => Promise<{ bytes: Buffer; contentType: string } | null>;

const readers: Record<string, Reader | undefined> = {
  labels: (deps, tenantId, labelId) => readLabelFile(deps, tenantId, labelId, "PRINT"),
  previews: (deps, tenantId, labelId) => readLabelFile(deps, tenantId, labelId, "CARRIER"),
  documents: readLabelsDocument,
};
