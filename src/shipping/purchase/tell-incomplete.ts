import { readInTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import type { BookedLookUp } from "../booking/look-up-booking.js";
import { tellStillOpen } from "../booking/tell-open.js";
import type { ShippingDeps } from "../deps.js";

/**
 * Of no booking under the purchase's reference there are all labels. For people once they should have shown: then some were
 * voided, and the carrier does not say which.
 */
export async function tellIncomplete(
  deps: ShippingDeps,
  purchase: LabelPurchase,
  { bookings }: BookedLookUp,
): Promise<void> {
  const count = await readInTenant(deps.database, purchase.tenantId, (manager) =>
    manager.countBy(ShipmentPackage, { shipmentId: purchase.shipmentId }),
  );
  const labels = bookings.map(({ shipmentIdentificationNumber: number, packages }) => {
    const numbers = packages.map(({ trackingNumber }) => trackingNumber).join(", ");
    return `${packages.length} of ${count} labels of ${number} (${numbers})`;
  });
  const isOld = Date.now() - Date.parse(purchase.startedAt) > deps.timings.notCreatedAfter * 1000;
  const told = `The carrier knows the purchase, but gives ${labels.join("; ")}`;
  const advice = "NOT_CREATED voids what is in force there, and the shipment can be bought again.";
  tellStillOpen(deps, purchase, isOld ? `${told}; others seem to be voided. ${advice}` : `${told} yet.`, isOld);
}
