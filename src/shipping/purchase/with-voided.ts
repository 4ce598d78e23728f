import type { ShippedPackage, ShippedShipment } from "../../carrier/shipping.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { LoadedAccount } from "../account/load-account.js";
import { shownAsVoided } from "../void/verify-void.js";

/**
 * A booking of which the carrier gives fewer labels than there are packages, with those that are voided in their places:
 * they were voided before the database lost that they were bought. Null: the carrier does not say of every package that
 * is missing that it is voided, or not where it belongs.
 */
export async function withVoided(
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  shipped: ShippedShipment,
  packageCount: number,
): Promise<ShippedShipment | null> {
  const numbers = await allNumbers(loaded, purchase);
  if (numbers.length !== packageCount || !isInOrder(numbers, shipped)) return null;
  const inForce = new Map(shipped.packages.map((pkg) => [pkg.trackingNumber, pkg]));
  const missing = numbers.flatMap((trackingNumber) => (inForce.has(trackingNumber) ? [] : [{ trackingNumber }]));
  const voided = await shownAsVoided(loaded, purchase, missing);
  if (voided?.length !== missing.length) return null;
  return { ...shipped, packages: numbers.map((number) => inForce.get(number) ?? voidedPackage(number)) };
}

async function allNumbers({ adapter, access }: LoadedAccount, purchase: LabelPurchase): Promise<string[]> {
  const since = new Date(purchase.startedAt);
  const call = { purchaseId: purchase.id };
  const tracked = await adapter.findByReference(access, purchase.carrierReference, since, call);
  return tracked.kind === "ANSWERED" ? tracked.value : [];
}

/** As the labels are, and the package first whose number the shipment has. */
function isInOrder(numbers: string[], { packages, shipmentIdentificationNumber }: ShippedShipment): boolean {
  const places = packages.map(({ trackingNumber }) => numbers.indexOf(trackingNumber));
  const isRising = places.every((place, index) => place > (places[index - 1] ?? -1));
  return isRising && numbers.indexOf(shipmentIdentificationNumber) <= 0;
}

const voidedPackage = (trackingNumber: string): ShippedPackage => ({
  trackingNumber,
  label: null,
  isVoided: true,
  chargeItems: [],
});
