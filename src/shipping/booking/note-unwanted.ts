import type { EntityManager } from "typeorm";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { isUnwanted } from "./booking-claim.js";
import { scheduleCheck } from "./purchase-states.js";

const askAgainAfterSeconds = 60;

/**
 * Writes down that the booking is to be voided, and has the purchase looked at until it is. False when a purchase
 * holds it after all, or when it was settled before.
 */
export async function noteUnwanted(manager: EntityManager, purchase: LabelPurchase, number: string): Promise<boolean> {
  if (!(await isUnwanted(manager, number))) return false;
  const note = `update label_purchase set unwanted_bookings = unwanted_bookings || to_jsonb($2::text)
    where id = $1 and not unwanted_bookings ? $2`;
  await manager.query(note, [purchase.id, number]);
  await scheduleCheck(manager, purchase.id, askAgainAfterSeconds);
  return true;
}
