import type { EntityManager } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";

/** A booking that another purchase holds, or that is being voided: taking it over would lose it for one of the two. */
export class TakenBooking extends Error {
  constructor(readonly shipmentIdentificationNumber: string) {
    super(`The booking ${shipmentIdentificationNumber} belongs to another purchase, or is being voided.`);
  }
}

/** Taking a booking over and voiding it as unwanted exclude each other: both hold this lock until their transaction ends. */
async function lockBooking(manager: EntityManager, number: string): Promise<void> {
  const lock =
    "select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id') || '/booking/' || $1, 0))";
  await manager.query(lock, [number]);
}

/** Throws `TakenBooking`; else nobody else can take the booking, or begin to void it, before the transaction ends. */
export async function takeBooking(manager: EntityManager, purchaseId: string, number: string): Promise<void> {
  await lockBooking(manager, number);
  const taken = `select 1 from label_purchase where (shipment_identification_number = $2 and id <> $1)
    or unwanted_bookings ? $2 or settled_bookings ? $2
    union all select 1 from orphan_booking where number = $2 and ending is distinct from 'REFUSED' limit 1`;
  const isTaken = ((await manager.query(taken, [purchaseId, number])) as unknown[]).length > 0;
  if (isTaken) throw new TakenBooking(number);
}

/**
 * True when one of the bookings, of which no purchase is known, is being voided for that, or is voided. Else nobody begins
 * to before the transaction ends.
 */
export async function isAnyOrphan(manager: EntityManager, numbers: string[]): Promise<boolean> {
  for (const number of [...numbers].sort()) await lockBooking(manager, number);
  const noted = "select 1 from orphan_booking where number = any($1) and ending is distinct from 'REFUSED' limit 1";
  return ((await manager.query(noted, [numbers])) as unknown[]).length > 0;
}

/** True when the booking may be voided as unwanted: no purchase holds it, and that was not settled before. */
export async function isUnwanted(manager: EntityManager, number: string): Promise<boolean> {
  await lockBooking(manager, number);
  const isHeld =
    (await manager.existsBy(LabelPurchase, { shipmentIdentificationNumber: number })) ||
    (await manager.existsBy(PurchasedPackage, { trackingNumber: number }));
  return !isHeld && !(await isSettled(manager, number));
}

/** The carrier goes on showing what is voided. */
export async function isSettled(manager: EntityManager, number: string): Promise<boolean> {
  const settled = "select 1 from label_purchase where settled_bookings ? $1 limit 1";
  return ((await manager.query(settled, [number])) as unknown[]).length > 0;
}
