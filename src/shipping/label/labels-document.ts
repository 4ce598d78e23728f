import { PDFDocument } from "pdf-lib";
import { type EntityManager, In, IsNull } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { LabelFile } from "../../entities/label-file.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { LabelFormat } from "../../entities/values/enums.js";
import type { ShippingDeps } from "../deps.js";

/** All labels of one shipment or several in one file. */
export interface LabelsDocument {
  format: keyof typeof LabelFormat;
  contentType: string;
  bytes: Buffer;
}

/** Formats whose files can be put one after the other: a page each, or a print job each. */
const joinable = new Set<keyof typeof LabelFormat>(["PDF", "ZPL", "EPL", "SPL"]);

/**
 * The live labels of one shipment, or of several in their order: one PDF, or the printer's commands one after the other.
 * Null: none.
 */
export async function readLabelsDocument(
  deps: ShippingDeps,
  tenantId: string,
  ...shipmentIds: string[]
): Promise<LabelsDocument | null> {
  const labels = await readInTenant(deps.database, tenantId, async (manager) => {
    const all: LabelBytes[] = [];
    for (const id of shipmentIds) all.push(...(await liveLabels(manager, id)));
    return all;
  });
  const [first] = labels;
  if (first === undefined || !canJoin(labels.map((label) => label.format))) return null;
  const bytes = first.format === "PDF" ? await joinPages(labels) : Buffer.concat(labels.map((label) => label.bytes));
  return { format: first.format, contentType: first.contentType, bytes };
}

/** Whether labels of these formats make one document. */
export function canJoin(formats: (keyof typeof LabelFormat)[]): boolean {
  return formats.length > 0 && new Set(formats).size === 1 && joinable.has(formats[0]!);
}

interface LabelBytes {
  format: keyof typeof LabelFormat;
  contentType: string;
  bytes: Buffer;
}

async function liveLabels(manager: EntityManager, shipmentId: string): Promise<LabelBytes[]> {
  const purchase = await manager.findOneBy(LabelPurchase, { shipmentId, state: "PURCHASED", voidedAt: IsNull() });
  if (purchase === null) return [];
  const bought = await manager.find(PurchasedPackage, {
    where: { purchaseId: purchase.id, voidState: In(["NOT_VOIDED", "VOID_REFUSED"]) },
    order: { id: "ASC" },
  });
  const labels = await manager.findBy(ShippingLabel, {
    purchasedPackageId: In(bought.map((one) => one.id)),
    isRecovered: false,
  });
  const files = await manager.findBy(LabelFile, { labelId: In(labels.map((label) => label.id)) });
  return bought.flatMap(({ id }) => {
    const label = labels.find((one) => one.purchasedPackageId === id);
    const file = files.find(
      (one) => one.labelId === label?.id && one.role === (label?.isDerived ? "DERIVED" : "CARRIER"),
    );
    return label && file ? [{ format: label.format, contentType: file.contentType, bytes: file.bytes }] : [];
  });
}

async function joinPages(labels: LabelBytes[]): Promise<Buffer> {
  const joined = await PDFDocument.create();
  for (const { bytes } of labels) {
    const one = await PDFDocument.load(bytes);
    for (const page of await joined.copyPages(one, one.getPageIndices())) joined.addPage(page);
  }
  return Buffer.from(await joined.save());
}
