import type { VoidRequest } from "../../carrier/shipping.js";
import { queryOf } from "../wire/declared-names.js";

/** Shipping.yaml, query parameter `trackingnumber` of Void. */
export const packagesPerCall = 20;

/** The paths to call one after the other: the whole shipment in one, chosen packages twenty at a time. */
export function voidPaths(request: VoidRequest): string[] {
  const path = `/api/shipments/v2409/void/cancel/${encodeURIComponent(request.shipmentIdentificationNumber)}`;
  const numbers = request.trackingNumbers;
  if (numbers.length === 0) return [path];
  const groups = Array.from({ length: Math.ceil(numbers.length / packagesPerCall) }, (_, index) =>
    numbers.slice(index * packagesPerCall, (index + 1) * packagesPerCall),
  );
  return groups.map((group) => `${path}?${queryOf("VOID", { trackingnumber: listLiteral(group) })}`);
}

/** One number as it is, several as UPS's list literal, which happens to be JSON. */
function listLiteral(numbers: string[]): string {
  return numbers.length === 1 ? (numbers[0] ?? "") : JSON.stringify(numbers);
}
