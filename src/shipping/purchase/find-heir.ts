import { setTimeout as sleep } from "node:timers/promises";
import { whileAside } from "../../admission/work.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import type { ShippingDeps } from "../deps.js";

/** In all longer than a carrier's answer and the first look after it take. */
const looks = { most: 180, pauseMs: 1_000 };

/**
 * Of a purchase that the database has lost while the carrier booked it: the one by which its key was repeated since, which
 * has the same reference. The booking is its own, or a second one; which of both is known once it has ended, so that is
 * waited for. Null: nobody has repeated it, or its end is not known: the booking is left as it is, since it is found by its
 * reference, by its client's next repeat or by `reconcile-ledger`.
 */
export async function findHeir(
  deps: Pick<ShippingDeps, "database" | "log">,
  lost: LabelPurchase,
  packageCount: number,
): Promise<LabelPurchase | null> {
  const { id: purchaseId, carrierReference } = lost;
  deps.log.error("The database has lost a purchase while the carrier booked it.", { purchaseId, carrierReference });
  for (let look = 0; look < looks.most; look += 1) {
    const heir = await repeatedOf(deps, lost, packageCount);
    if (heir?.state !== "PENDING" && heir?.state !== "UNKNOWN") return heir;
    await whileAside(() => sleep(looks.pauseMs, undefined, { ref: false }));
  }
  return null;
}

function repeatedOf(
  { database }: Pick<ShippingDeps, "database">,
  { tenantId, carrierReference, accountId, labelFormat }: LabelPurchase,
  packageCount: number,
): Promise<LabelPurchase | null> {
  return readInTenant(database, tenantId, async (manager) => {
    const repeated = await manager.findOneBy(LabelPurchase, { carrierReference, accountId, labelFormat });
    const count = repeated && (await manager.countBy(ShipmentPackage, { shipmentId: repeated.shipmentId }));
    return count === packageCount ? repeated : null;
  });
}
