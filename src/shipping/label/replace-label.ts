import type { EntityManager } from "typeorm";
import { LabelFile } from "../../entities/label-file.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { labelColumns, labelFileRows, type PreparedLabel } from "./prepare-labels.js";

/**
 * Puts a better file in the place of a bought label that cannot be printed; its first files stay as `REPLACED`. False:
 * it is printable by now, or voided. Locks the shipment.
 */
export async function replaceLabel(
  manager: EntityManager,
  { tenantId, shipmentId }: LabelPurchase,
  purchasedPackageId: string,
  better: PreparedLabel,
): Promise<boolean> {
  await manager.query("select 1 from shipment where id = $1 for no key update", [shipmentId]);
  const flawed = { purchasedPackageId, isRecovered: false, isPrintable: false, isInForce: true };
  const label = await manager.findOneBy(ShippingLabel, flawed);
  if (label === null) return false;
  await manager.update(LabelFile, { labelId: label.id, role: "CARRIER" }, { role: "REPLACED" });
  await manager.update(LabelFile, { labelId: label.id, role: "DERIVED" }, { role: "REPLACED_PAGE" });
  await manager.insert(LabelFile, labelFileRows(tenantId, label.id, better));
  await manager.update(ShippingLabel, { id: label.id }, labelColumns(better));
  return true;
}
