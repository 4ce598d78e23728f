import { type EntityManager, In, IsNull } from "typeorm";
import { LabelFile } from "../../entities/label-file.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { LabelFormat } from "../../entities/values/enums.js";

/** Labels, and papers behind them, in one file. */
export interface LabelsDocument {
  format: LabelFormat;
  contentType: string;
  bytes: Buffer;
}

/** Formats whose files can be put one after the other: a page each, or a print job each. */
const joinable = new Set<LabelFormat>(["PDF", "ZPL", "EPL", "SPL"]);

/** Whether labels of these formats make one document. */
export function canJoin(formats: LabelFormat[]): boolean {
  return formats.length > 0 && new Set(formats).size === 1 && joinable.has(formats[0]!);
}

/** The shipment's labels in force, each in a file of its own, in package order. */
export async function liveLabels(manager: EntityManager, shipmentId: string): Promise<LabelsDocument[]> {
  const purchase = await manager.findOneBy(LabelPurchase, { shipmentId, state: "PURCHASED", voidedAt: IsNull() });
  if (purchase === null) return [];
  const bought = await manager.find(PurchasedPackage, {
    where: { purchaseId: purchase.id, voidState: In(["NOT_VOIDED", "VOID_REFUSED"]) },
    order: { id: "ASC" },
  });
  const labels = await manager.findBy(ShippingLabel, {
    purchasedPackageId: In(bought.map((pkg) => pkg.id)),
    isRecovered: false,
  });
  const files = await manager.findBy(LabelFile, { labelId: In(labels.map((label) => label.id)) });
  return bought.flatMap(({ id }) => {
    const label = labels.find((candidate) => candidate.purchasedPackageId === id);
    const file = files.find(
      (candidate) => candidate.labelId === label?.id && candidate.role === (label?.isDerived ? "DERIVED" : "CARRIER"),
    );
    return label && file ? [{ format: label.format, contentType: file.contentType, bytes: file.bytes }] : [];
  });
}
