import type { EntityManager } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import type { LabelFileFormat, LabelFormat } from "../../entities/values/label-enums.js";
import { AppError } from "../../errors.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { type BatchItem, labelItems, shipmentItems } from "./batch-items.js";
import { formatProblems } from "./batch-problems.js";
import { carrierDocuments } from "./carrier-documents.js";

/** Their ids travel in the link, which is then shorter than the 8,000 characters that proxies take. */
export const mostIds = 100;
export const mostLabels = 500;
export const mostMegabytes = 50;

/** Shipments, of which all labels in force are meant, or single labels: one of the two. */
export interface LabelBatchInput {
  shipmentIds?: string[] | null;
  labelIds?: string[] | null;
  format?: LabelFormat | null;
  includeDocuments?: boolean | null;
}

/** What can be made now; whoever reads the file looks again. */
export interface LabelBatchPlan {
  kind: "shipments" | "labels";
  /** Each once, in the order given. */
  ids: string[];
  format: LabelFileFormat;
  contentType: string;
}

/**
 * What of the wanted makes one file. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, CONFLICT, ALREADY_VOIDED, at the
 * path of each shipment or label. Throws TOO_MANY_ITEMS for more than a hundred of them, 500 labels or 50 MB.
 */
export function planLabelBatch(
  deps: ShippingDeps,
  { tenantId }: Actor,
  input: LabelBatchInput,
): Promise<Result<LabelBatchPlan>> {
  return settle(() => {
    const { kind, ids } = chosen(input);
    return readInTenant(deps.database, tenantId, async (manager) => {
      const items = kind === "shipments" ? await shipmentItems(manager, ids) : await labelItems(manager, ids);
      refuseAny([...items.flatMap(({ problem }) => problem ?? []), ...formatProblems(items, input)]);
      const labels = items.flatMap((item) => item.labels);
      if (labels.length > mostLabels) throw tooMany(`${mostLabels} labels`);
      if ((await bytesOf(manager, items, input)) > mostMegabytes * 1_000_000) throw tooMany(`${mostMegabytes} MB`);
      const { format, contentType } = labels[0]!;
      return { kind, ids: items.map(({ id }) => id), format, contentType };
    });
  });
}

function chosen({ shipmentIds, labelIds }: LabelBatchInput): Pick<LabelBatchPlan, "kind" | "ids"> {
  if (shipmentIds?.length && labelIds?.length)
    refuse("INVALID", "Give either shipments or labels, not both.", ["labelIds"]);
  const kind = labelIds?.length ? "labels" : "shipments";
  const ids = (kind === "labels" ? labelIds : shipmentIds) ?? [];
  if (ids.length === 0) refuse("REQUIRED", "Give shipments or labels, at least one.", ["shipmentIds"]);
  if (new Set(ids).size > mostIds) throw tooMany(`${mostIds} ${kind}`);
  return { kind, ids };
}

async function bytesOf(manager: EntityManager, items: BatchItem[], { includeDocuments }: LabelBatchInput) {
  const labels = items.flatMap((item) => item.labels);
  const shipmentIds = [...new Set(labels.map((label) => label.shipmentId))];
  const documents = includeDocuments ? await carrierDocuments(manager, shipmentIds) : [];
  if (documents.some(({ fileRemovedAt }) => fileRemovedAt !== null))
    refuse("NOT_ALLOWED", tooOld, ["includeDocuments"]);
  return [...labels, ...documents].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

const tooOld = "A document's file was removed because it was old: ask for the labels alone.";

const tooMany = (limit: string) => new AppError("TOO_MANY_ITEMS", `At most ${limit} make one document.`);
