import type { DraftInput } from "../../src/shipping/shipment/draft-input.js";
import { aPackage, newYork } from "../support/seed.js";

/** The simulator never scans what goes there: the carrier's days of the model make no void too late. */
const neverHandedOver = { ...newYork, name: "Never Shipped", company: null };

export interface ShipmentWish {
  packages: 1 | 2;
  /** Its recipient is one whom the carrier refuses to ship to. */
  isRefused: boolean;
}

/** The parts of a shipment; the order tells the sequence's shipments from others', also at the carrier. */
export function shipmentInput(orderId: string, { packages, isRefused }: ShipmentWish): DraftInput {
  return {
    ...{ orderId, reference: orderId, service: "UPS_GROUND" },
    shipTo: isRefused ? { ...newYork, name: "Refused Recipient", company: null } : neverHandedOver,
    packages: packagesOf(packages, 2.5),
  } as DraftInput;
}

/** Weight in pounds. */
export function packagesOf(count: number, weight: number): DraftInput["packages"] {
  return Array.from({ length: count }, () => ({ ...aPackage, weight: { value: weight, unit: "LB" } })) as never;
}
