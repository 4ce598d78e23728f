import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import { hasPackageReferences, laneOf } from "../words/lanes.js";

export interface ReferenceNumber {
  Value: string;
}

/** UPS keeps this many references at one level and prints the first two (Shipping.yaml, ReferenceNumber). */
const maxReferences = 5;

/**
 * Where the references go. The merchant's own is printed first; ours is always the second at the latest, so that it is
 * indexed whatever UPS keeps of the rest: by it a purchase is found again when the answer is lost.
 */
export function placeReferences(
  details: ShipmentDetails,
  carrierReference: string,
): { shipment: ReferenceNumber[]; byPackage: ReferenceNumber[][] } {
  const own = details.packages.map((pkg) => pkg.reference);
  if (hasPackageReferences(laneOf(details))) {
    const byPackage = own.map((reference) => slots([reference, details.reference], carrierReference));
    return { shipment: [], byPackage };
  }
  return {
    shipment: slots([details.reference, ...own], carrierReference),
    byPackage: own.map(() => []),
  };
}

/** The merchant's references that the shipment level cannot hold beside ours, as indexes of packages. */
export function packagesWithoutReferenceSlot(details: ShipmentDetails): number[] {
  if (hasPackageReferences(laneOf(details))) return [];
  const kept = distinct([details.reference, ...details.packages.map((pkg) => pkg.reference)]).slice(
    0,
    maxReferences - 1,
  );
  return details.packages.flatMap(({ reference }, index) => {
    const value = reference?.trim();
    return !value || kept.includes(value) ? [] : [index];
  });
}

function slots(merchant: (string | null)[], ours: string): ReferenceNumber[] {
  const [first, ...rest] = distinct(merchant).filter((value) => value !== ours);
  return [first, ours, ...rest]
    .filter((value): value is string => value !== undefined)
    .slice(0, maxReferences)
    .map((value) => ({ Value: value }));
}

function distinct(values: (string | null)[]): string[] {
  return [...new Set(values.map((value) => value?.trim() ?? "").filter((value) => value !== ""))];
}
