import type { EntityManager } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { DocumentFile } from "../../entities/document-file.js";
import type { ShippingDeps } from "../deps.js";
import { labelItems } from "./batch-items.js";
import { carrierDocuments } from "./carrier-documents.js";
import { FileJoiner } from "./file-joiner.js";
import { type LabelsDocument, labelFiles, liveLabels } from "./labels-document.js";

/** Shipments, of which all labels in force are meant, or single labels. */
export interface BatchContent {
  kind: "shipments" | "labels";
  ids: readonly string[];
  /** Whether the carrier's documents stand behind the last label of each shipment. */
  withDocuments: boolean;
}

/** Reads what stands next in the file; null: it may not be used any more. */
type Part = (manager: EntityManager) => Promise<LabelsDocument[] | null>;

/**
 * Labels in the order given: one PDF, or the printer's commands one after the other. Or the reason why not: one of them is
 * voided since, or a document cannot be merged, and a file without it would look complete. Reads one part after the
 * other, so that no more than the result and one shipment are held at once.
 */
export async function readLabelBatch(
  deps: ShippingDeps,
  tenantId: string,
  content: BatchContent,
): Promise<LabelsDocument | { reason: string }> {
  const inTenant = <T>(read: (manager: EntityManager) => Promise<T>) => readInTenant(deps.database, tenantId, read);
  const parts =
    content.kind === "shipments" ? shipmentParts(content) : await inTenant((all) => labelParts(all, content));
  const joiner = new FileJoiner();
  for (const part of parts) {
    const files = await inTenant(part);
    if (files === null) return { reason: voidedSince };
    for (const file of files) {
      const reason = await joiner.add(file);
      if (reason !== null) return { reason };
    }
  }
  return (await joiner.end()) ?? { reason: voidedSince };
}

const voidedSince =
  "The labels cannot be had as one document any more: one of them is voided, or about to be. Ask for the document again.";
const shipmentParts = ({ ids, withDocuments }: BatchContent): Part[] =>
  ids.flatMap((id) => [
    async (manager) => {
      const labels = await liveLabels(manager, id);
      return labels.length === 0 ? null : labels;
    },
    ...(withDocuments ? [documentsOf(id)] : []),
  ]);

async function labelParts(manager: EntityManager, { ids, withDocuments }: BatchContent): Promise<Part[]> {
  const shipments = (await labelItems(manager, ids)).map(({ labels }) => labels[0]?.shipmentId);
  return ids.flatMap((id, index): Part[] => {
    const shipmentId = shipments[index];
    const label: Part = async (reader) => {
      const [item] = await labelItems(reader, [id]);
      return item?.problem ? null : labelFiles(reader, item?.labels ?? []);
    };
    const isLast = shipmentId !== undefined && shipments.lastIndexOf(shipmentId) === index;
    return withDocuments && isLast ? [label, documentsOf(shipmentId)] : [label];
  });
}

const documentsOf =
  (shipmentId: string): Part =>
  async (manager) => {
    const files: LabelsDocument[] = [];
    for (const { id: documentId, contentType } of await carrierDocuments(manager, [shipmentId])) {
      const file = await manager.findOneBy(DocumentFile, { documentId });
      if (file === null) return null;
      files.push({ format: "PDF", contentType, bytes: file.bytes });
    }
    return files;
  };
