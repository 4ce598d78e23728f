import type { ShippedShipment } from "../../carrier/shipping.js";
import type { ShippingDeps } from "../deps.js";
import type { PurchaseAnswer } from "./settle-purchase.js";

/** What the carrier booked, as it answered itself, and the database does not have, or not yet. */
export interface KeptBooking {
  carrierReference: string;
  shipped: ShippedShipment;
  /** The database has it now. */
  forget(): Promise<void>;
}

/** Of a tenant. After a failover or a restore nobody else may know of them. */
export async function keptBookings(
  { journal }: Pick<ShippingDeps, "journal">,
  tenantId: string,
): Promise<KeptBooking[]> {
  return (await journal.find("SHIP", tenantId)).flatMap(({ value, forget }) => {
    const { outcome, carrierReference } = value as PurchaseAnswer;
    return outcome.kind === "ANSWERED" ? [{ carrierReference, shipped: outcome.value, forget }] : [];
  });
}

/** A booking that was found again, with the charges that the carrier told when it was bought. */
export function asAnswered(found: ShippedShipment, { shipped }: KeptBooking): ShippedShipment {
  const itemsOf = new Map(shipped.packages.map(({ trackingNumber, chargeItems }) => [trackingNumber, chargeItems]));
  const packages = found.packages.map((pkg) => ({
    ...pkg,
    chargeItems: itemsOf.get(pkg.trackingNumber) ?? pkg.chargeItems,
  }));
  return { ...found, charges: shipped.charges, chargeItems: shipped.chargeItems, packages };
}
