import type { EntityManager } from "typeorm";
import type { RateCharge } from "../../carrier/rating.js";
import type { ShippedShipment } from "../../carrier/shipping.js";
import type { Money } from "../../carrier/values.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { LabelFile } from "../../entities/label-file.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import { reach } from "../../failpoints.js";
import { takeBooking } from "../booking/booking-claim.js";
import { correctCharges } from "../booking/note-learned.js";
import { noteUnwanted } from "../booking/note-unwanted.js";
import { markPurchased, scheduleCheck } from "../booking/purchase-states.js";
import type { ShippingDeps } from "../deps.js";
import { recordEvents } from "../event/record-events.js";
import { isPrintable, labelColumns, labelFileRows, type PreparedLabel } from "../label/prepare-labels.js";
import { newId } from "../new-id.js";
import { orderGeneratedReturn } from "../shipment/generated-return.js";
import { closeVoidedTrackers, openTrackers } from "../tracking/open-trackers.js";
import { storeDocuments } from "./store-documents.js";

const rateAgainAfterSeconds = 300;
const recoverAfterSeconds = 60;

/** A booking at the carrier, with all that is stored of it. */
export interface Booking {
  shipped: ShippedShipment;
  labels: (PreparedLabel | null)[];
  charges: Money | null;
  chargeItems: RateCharge[];
  messages: CarrierMessage[];
  /** Charges that the carrier did not tell, but its rates; null then: they are asked for again. */
  isEstimated: boolean;
  /** Found at the carrier afterwards, so that somebody else may have found it too. */
  isFound: boolean;
  /** Numbers of further bookings under the purchase's reference: nobody looks for them once it is PURCHASED. */
  others: string[];
}

/**
 * PURCHASED, tracking numbers, charges and label bytes together, or nothing. Done twice with the same booking it is
 * done once, and false is given. Throws `UnwantedBooking` when the purchase has ended otherwise: the booking must then be
 * voided; `TakenBooking` when one that was found belongs to another purchase; `LostPurchase` where the database has lost it.
 */
export function storeShipped(deps: ShippingDeps, purchase: LabelPurchase, booking: Booking): Promise<boolean> {
  return inTenant(deps.database, purchase.tenantId, async (manager) => {
    if (booking.isFound) await takeBooking(manager, purchase.id, booking.shipped.shipmentIdentificationNumber);
    const isNew = await storePurchased(manager, purchase, booking);
    for (const number of booking.others) await noteUnwanted(manager, purchase, number);
    if (!isNew) return false;
    await planLooks(manager, purchase, booking);
    // Before the labels, which take from it what they are listed by.
    await manager.update(Shipment, { id: purchase.shipmentId }, boughtColumns(purchase));
    const voided = await storePackages(manager, purchase, booking);
    await storeDocuments(manager, purchase, booking.shipped);
    await orderGeneratedReturn(deps, manager, purchase);
    const { tenantId, shipmentId, id: purchaseId } = purchase;
    const event = { shipmentId, purchaseId };
    await recordEvents(manager, tenantId, [
      { type: "LABEL_PURCHASED", ...event, packageId: null },
      ...voided.map(({ packageId }) => ({ type: "LABEL_VOIDED" as const, ...event, packageId })),
    ]);
    reach(booking.isFound ? "booking.adopting" : "purchase.settling", purchaseId);
    return true;
  });
}

/** What is missing of a booking is asked for later: its charges, and labels that cannot be printed. */
async function planLooks(manager: EntityManager, { id }: LabelPurchase, booking: Booking): Promise<void> {
  const isFlawed = booking.labels.some((label) => label !== null && !isPrintable(label));
  if (isFlawed) await scheduleCheck(manager, id, recoverAfterSeconds);
  else if (booking.isEstimated && booking.charges === null) await scheduleCheck(manager, id, rateAgainAfterSeconds);
}

function boughtColumns({ serviceCode, rateQuoteId, startedAt }: LabelPurchase) {
  return { status: "PURCHASED" as const, serviceCode, rateQuoteId, boughtOn: startedAt.slice(0, 10) };
}

/** A booking that came back although its purchase had ended without one. */
export class UnwantedBooking extends Error {
  constructor(readonly shipmentIdentificationNumber: string) {
    super(`The carrier booked ${shipmentIdentificationNumber} after the purchase had ended.`);
  }
}

/** A booking of a purchase that the database has lost: no reason to void it, and whoever repeats its key takes it over. */
export class LostPurchase extends Error {
  constructor(readonly shipmentIdentificationNumber: string) {
    super(`The carrier booked ${shipmentIdentificationNumber} for a purchase that the database has lost.`);
  }
}

/** False when the very same booking is stored already; what it costs is put right where only an estimate was. */
async function storePurchased(
  manager: EntityManager,
  purchase: LabelPurchase,
  { shipped, charges, chargeItems, messages, isEstimated }: Booking,
): Promise<boolean> {
  const bought = {
    shipmentIdentificationNumber: shipped.shipmentIdentificationNumber,
    chargesAmount: charges?.amount ?? null,
    chargesCurrency: charges?.currencyCode ?? null,
    chargesAreEstimated: isEstimated,
    chargeItems,
    carrierMessages: messages,
  };
  if (await markPurchased(manager, purchase, bought)) return true;
  const now = await manager.findOneBy(LabelPurchase, { id: purchase.id });
  if (now === null) throw new LostPurchase(shipped.shipmentIdentificationNumber);
  if (now.shipmentIdentificationNumber === shipped.shipmentIdentificationNumber) {
    if (charges !== null && !isEstimated) await correctCharges(manager, now, { ...shipped, charges, chargeItems });
    return false;
  }
  throw new UnwantedBooking(shipped.shipmentIdentificationNumber);
}

const voidedColumns = { voidState: "VOIDED" as const, voidedAt: () => "now()" };

/** Gives those that are voided already. */
async function storePackages(
  manager: EntityManager,
  purchase: LabelPurchase,
  { shipped, labels }: Booking,
): Promise<{ packageId: string }[]> {
  const { tenantId, shipmentId, id: purchaseId } = purchase;
  const account = await manager.findOneByOrFail(CarrierAccount, { id: purchase.accountId });
  const packages = await manager.find(ShipmentPackage, { where: { shipmentId }, order: { sequence: "ASC" } });
  const bought = shipped.packages.map(({ trackingNumber, chargeItems, isVoided }, index) => {
    const of = { tenantId, id: newId("ppk"), purchaseId, packageId: packages[index]!.id };
    return { ...of, trackingNumber, chargeItems, ...(isVoided && voidedColumns) };
  });
  const printable = labels.flatMap((label, index) =>
    label ? [{ id: newId("lab"), purchasedPackageId: bought[index]!.id, label }] : [],
  );
  await manager.insert(PurchasedPackage, bought);
  await openTrackers(manager, account, bought);
  const voided = bought.filter((_, index) => shipped.packages[index]!.isVoided);
  await closeVoidedTrackers(manager, voided);
  await manager.insert(
    ShippingLabel,
    printable.map(({ label, ...ids }) => ({ tenantId, ...ids, ...labelColumns(label) })),
  );
  await manager.insert(
    LabelFile,
    printable.flatMap(({ id, label }) => labelFileRows(tenantId, id, label)),
  );
  return voided;
}
