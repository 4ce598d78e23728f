import type { PurchasedPackage } from "../../entities/purchased-package.js";
import type { ShippingEvent } from "../../entities/shipping-event.js";

/** Of what its purchase gave: the label that was voided, all that were bought, or those in force when it was delivered. */
export function packagesOfEvent(event: ShippingEvent, ofPurchase: PurchasedPackage[]): PurchasedPackage[] {
  switch (event.type) {
    case "LABEL_VOIDED":
      return ofPurchase.filter((pkg) => pkg.packageId === event.packageId);
    case "LABEL_PURCHASED":
      return ofPurchase;
    case "SHIPMENT_DELIVERED":
      return ofPurchase.filter((pkg) => pkg.voidedAt === null || pkg.voidedAt > event.occurredAt);
  }
}
