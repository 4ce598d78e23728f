import type { ListedPackage } from "../../carrier/shipment-list.js";
import type { ShippingDeps } from "../deps.js";
import { type KeptBooking, keptBookings } from "../purchase/kept-bookings.js";

/** What carriers answered and the database may have lost, as one more list; without what `list` has, which is newer. */
export async function keptPackages(
  deps: ShippingDeps,
  tenantIds: string[],
  list: ListedPackage[],
): Promise<ListedPackage[]> {
  const listed = new Set(list.map(({ trackingNumber }) => trackingNumber));
  const packages: ListedPackage[] = [];
  for (const tenantId of tenantIds) packages.push(...(await keptBookings(deps, tenantId)).flatMap(packagesOf));
  return packages.filter(({ trackingNumber }) => !listed.has(trackingNumber));
}

function packagesOf({ carrierReference, shipped }: KeptBooking): ListedPackage[] {
  const { shipmentIdentificationNumber } = shipped;
  return shipped.packages.map(({ trackingNumber }) => ({
    ...{ trackingNumber, shipmentIdentificationNumber, references: [carrierReference] },
    ...{ accountNumber: null, shippedOn: null, charges: null, isVoided: null },
  }));
}
