import type { Failure } from "../../carrier/outcome.js";
import type { ShippedShipment } from "../../carrier/shipping.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { LoadedAccount } from "../account/load-account.js";

/** What the carrier knows under a purchase's reference: its bookings, the one to keep first. */
export type LookUp =
  | { kind: "BOOKED"; bookings: ShippedShipment[] }
  | { kind: "NOTHING" }
  /** It was booked, and all of it is voided: nothing is in force, and it is not "never booked". */
  | { kind: "VOIDED" }
  /** Seen by Track, but no label can be had: not shown by Label Recovery yet, or voided by somebody else. */
  | { kind: "SEEN"; trackingNumbers: string[] }
  | { kind: "NO_ANSWER"; failure: Failure };

/** Asks by Label Recovery, then by Track: each can know of a booking earlier than the other. Reads only. */
export async function lookUpBooking(loaded: LoadedAccount, purchase: LabelPurchase): Promise<LookUp> {
  const { adapter, access } = loaded;
  const { carrierReference, labelFormat } = purchase;
  const call = { purchaseId: purchase.id };
  const recovered = await adapter.recoverLabels(access, { labelFormat, carrierReference }, call);
  // A refusal is no "nothing": a carrier need not document its number for an unknown reference. Track can still know.
  if (recovered.kind === "REJECTED") return trackBooking(loaded, purchase, recovered);
  if (recovered.kind !== "ANSWERED") return { kind: "NO_ANSWER", failure: recovered };
  if (recovered.value.found === "VOIDED") return { kind: "VOIDED" };
  if (recovered.value.found === "ONE") return { kind: "BOOKED", bookings: [recovered.value.shipment] };
  if (recovered.value.found === "SEVERAL") return recoverEach(loaded, purchase, recovered.value.trackingNumbers);
  return trackBooking(loaded, purchase, null);
}

/** `refusal`: what Label Recovery said; then an empty answer of Track proves nothing. */
async function trackBooking(loaded: LoadedAccount, purchase: LabelPurchase, refusal: Failure | null): Promise<LookUp> {
  const { adapter, access } = loaded;
  const since = new Date(purchase.startedAt);
  const tracked = await adapter.findByReference(access, purchase.carrierReference, since, { purchaseId: purchase.id });
  if (tracked.kind !== "ANSWERED") return { kind: "NO_ANSWER", failure: tracked };
  if (tracked.value.length > 0) return recoverEach(loaded, purchase, tracked.value);
  return refusal === null ? { kind: "NOTHING" } : { kind: "NO_ANSWER", failure: refusal };
}

/** The shipments that these packages belong to, each with all of its labels. */
async function recoverEach(loaded: LoadedAccount, purchase: LabelPurchase, trackingNumbers: string[]): Promise<LookUp> {
  const bookings = new Map<string, ShippedShipment>();
  for (const trackingNumber of trackingNumbers) {
    const request = { labelFormat: purchase.labelFormat, trackingNumber };
    const outcome = await loaded.adapter.recoverLabels(loaded.access, request, { purchaseId: purchase.id });
    if (outcome.kind !== "ANSWERED") return { kind: "NO_ANSWER", failure: outcome };
    if (outcome.value.found !== "ONE") continue;
    merge(bookings, outcome.value.shipment);
  }
  return bookings.size === 0 ? { kind: "SEEN", trackingNumbers } : { kind: "BOOKED", bookings: [...bookings.values()] };
}

function merge(bookings: Map<string, ShippedShipment>, found: ShippedShipment): void {
  const booking = bookings.get(found.shipmentIdentificationNumber);
  if (booking === undefined) {
    bookings.set(found.shipmentIdentificationNumber, found);
    return;
  }
  const numbers = new Set(booking.packages.map((pkg) => pkg.trackingNumber));
  booking.packages.push(...found.packages.filter((pkg) => !numbers.has(pkg.trackingNumber)));
  const kinds = new Set(booking.documents.map((document) => document.kind));
  booking.documents.push(...found.documents.filter((document) => !kinds.has(document.kind)));
}
