import { type EntityManager, In } from "typeorm";
import { LabelFile } from "../../entities/label-file.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { LabelFileFormat } from "../../entities/values/label-enums.js";

/** A label, or labels with documents behind them, in one file. */
export interface LabelsDocument {
  format: LabelFileFormat;
  contentType: string;
  bytes: Buffer;
}

/** Formats whose files can be put one after the other: a page each, or a print job each. */
const joinable = new Set<LabelFileFormat>(["PDF", "ZPL", "EPL", "SPL"]);

/** Whether labels of these formats make one document. */
export function canJoin(formats: LabelFileFormat[]): boolean {
  return formats.length > 0 && new Set(formats).size === 1 && joinable.has(formats[0]!);
}

/** The bought labels of a shipment that are in force, each in a file of its own, in package order. */
export async function liveLabels(manager: EntityManager, shipmentId: string): Promise<LabelsDocument[]> {
  const labels = await manager.find(ShippingLabel, {
    where: { shipmentId, isRecovered: false, isInForce: true },
    order: { purchasedPackageId: "ASC" },
  });
  return labelFiles(manager, labels);
}

/** The bytes to print of each label, in their order. */
export async function labelFiles(manager: EntityManager, labels: ShippingLabel[]): Promise<LabelsDocument[]> {
  const of = (role: "DERIVED" | "CARRIER", isWanted: (label: ShippingLabel) => boolean) => ({
    labelId: In(labels.filter(isWanted).map(({ id }) => id)),
    role,
  });
  const files = await manager.findBy(LabelFile, [
    of("DERIVED", ({ isDerived }) => isDerived),
    of("CARRIER", ({ isDerived }) => !isDerived),
  ]);
  return labels.flatMap(({ id, format }) => {
    const file = files.find(({ labelId }) => labelId === id);
    return file ? [{ format, contentType: file.contentType, bytes: file.bytes }] : [];
  });
}
