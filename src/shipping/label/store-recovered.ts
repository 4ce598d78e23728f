import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import { LabelFile } from "../../entities/label-file.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { newId } from "../new-id.js";
import type { RecoveredLabel } from "./ask-for-labels.js";

/**
 * Keeps the carrier's bytes as a further label of the package; the same bytes in the same format are kept once. Its
 * shipment is locked.
 */
export async function storeRecovered(
  manager: EntityManager,
  tenantId: string,
  adapter: CarrierAdapter,
  { purchasedPackageId, file, isForAllPackages }: RecoveredLabel,
): Promise<ShippingLabel> {
  const { format, contentType, bytes } = file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const same = { purchasedPackageId, format, sha256, isRecovered: true };
  const kept = await manager.findOneBy(ShippingLabel, same);
  if (kept !== null) return kept;
  const id = newId("lab");
  await manager.insert(ShippingLabel, {
    ...{ tenantId, id, contentType, isForAllPackages, isDerived: false, byteLength: bytes.length },
    // The size of the carrier's own page is the carrier's.
    ...(format === "PDF" ? { widthInches: null, heightInches: null, dpi: null } : adapter.labelGeometry(format)),
    ...same,
  });
  await manager.insert(LabelFile, { tenantId, labelId: id, role: "CARRIER", contentType, bytes });
  return manager.findOneByOrFail(ShippingLabel, { id });
}
