import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

/** Where a day ends last, UTC-12: nobody knows the sender's time zone, and there it may still be that day until then. */
const lastTimeZoneMs = 12 * 3_600_000;

/** Whether the day (YYYY-MM-DD) is over everywhere on earth. */
function isPast(shipDate: string | null, now: Date): boolean {
  const earliest = new Date(now.getTime() - lastTimeZoneMs).toISOString().slice(0, 10);
  return shipDate !== null && shipDate < earliest;
}

/** INVALID at the path `at` when the day is over. */
export function checkPast(shipDate: string | null, now: Date, at: string[]): ShippingUserError[] {
  if (!isPast(shipDate, now)) return [];
  return [
    userError("INVALID", `${shipDate} has passed: give a day from today on, or none for the day it is bought.`, at),
  ];
}

/** The details, to go on the day they are bought where their own day has passed. */
export function withoutPastDay(details: StoredShipmentDetails, now: Date): StoredShipmentDetails {
  return isPast(details.shipDate, now) ? { ...details, shipDate: null } : details;
}
