import type { EntityManager } from "typeorm";
import { LabelFile } from "../../entities/label-file.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { newId } from "../new-id.js";
import type { RecoveredLabel } from "./ask-for-labels.js";
import { labelColumns, labelFileRows, type PreparedLabel } from "./prepare-labels.js";

/**
 * Keeps the carrier's bytes as a further label of the package; the same bytes in the same format are kept once. Its
 * shipment is locked.
 */
export async function storeRecovered(
  manager: EntityManager,
  tenantId: string,
  { purchasedPackageId, isForAllPackages }: Omit<RecoveredLabel, "file">,
  prepared: PreparedLabel,
): Promise<ShippingLabel> {
  const columns = labelColumns(prepared);
  const { format, sha256 } = columns;
  const same = { purchasedPackageId, format, sha256, isRecovered: true };
  const kept = await manager.findOneBy(ShippingLabel, same);
  if (kept !== null) return kept;
  const id = newId("lab");
  await manager.insert(ShippingLabel, { tenantId, id, isForAllPackages, ...columns, ...same });
  await manager.insert(LabelFile, labelFileRows(tenantId, id, prepared));
  return manager.findOneByOrFail(ShippingLabel, { id });
}
