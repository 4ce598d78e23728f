import type { EntityManager } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { releaseShipment } from "../purchase/end-purchase.js";
import { scheduleCheck } from "../schedule-check.js";
import { userError } from "../user-error.js";

const watchAgainAfterSeconds = 21_600;

/**
 * NOT_CREATED, if the purchase is UNKNOWN and was sent at least `minimumAgeSeconds` ago by the database's clock; the
 * shipment can be bought again, with a new key. The carrier stays watched for a late booking. False: left as it is.
 */
export async function markNotCreated(
  manager: EntityManager,
  purchase: LabelPurchase,
  minimumAgeSeconds: number,
): Promise<boolean> {
  const userErrors = [userError("CARRIER_UNAVAILABLE", "The carrier never booked it. Buy it again with a new key.")];
  const { affected } = await manager
    .createQueryBuilder()
    .update(LabelPurchase)
    .set({ state: "NOT_CREATED", userErrors, finishedAt: () => "now()" })
    .where("id = :id and state = 'UNKNOWN' and started_at <= now() - make_interval(secs => :minimumAgeSeconds)", {
      id: purchase.id,
      minimumAgeSeconds,
    })
    .execute();
  if (affected !== 1) return false;
  await releaseShipment(manager, purchase.shipmentId);
  await scheduleCheck(manager, purchase.id, watchAgainAfterSeconds);
  return true;
}
