import type { Tracker } from "../../entities/tracker.js";
import type { ShipmentDeliveryStatus } from "../../entities/values/delivery-status.js";

type Status = Tracker["status"];

/** What one package is enough for, what matters most first. */
const anyOf: [ShipmentDeliveryStatus, Status[]][] = [
  ["PARTIALLY_DELIVERED", ["DELIVERED"]],
  // The carrier holds a label for voided that is in force here: its package does not arrive by itself.
  ["EXCEPTION", ["EXCEPTION", "VOIDED"]],
  ["RETURNING", ["RETURNING", "RETURNED"]],
  ["AVAILABLE_FOR_PICKUP", ["AVAILABLE_FOR_PICKUP"]],
  ["OUT_FOR_DELIVERY", ["OUT_FOR_DELIVERY"]],
  ["IN_TRANSIT", ["IN_TRANSIT"]],
  ["LABEL_CREATED", ["LABEL_CREATED"]],
];

/** Of all packages whose labels are in force; null: there is none. */
export function deliveryStatusOf(statuses: Status[]): ShipmentDeliveryStatus | null {
  if (statuses.length === 0) return null;
  for (const all of ["DELIVERED", "RETURNED"] as const) if (statuses.every((status) => status === all)) return all;
  return anyOf.find(([, enough]) => statuses.some((status) => enough.includes(status)))?.[0] ?? "UNKNOWN";
}
