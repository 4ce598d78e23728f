import type { Failure } from "../../carrier/outcome.js";
import type { ShippedShipment } from "../../carrier/shipping.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { LoadedAccount } from "../account/load-account.js";

/**
 * What the carrier knows under a purchase's reference: its bookings, the one to keep first. `unlabelled`: numbers beside
 * them that are no package of theirs, and of which no label can be had.
 */
export type LookUp =
  | { kind: "BOOKED"; bookings: ShippedShipment[]; unlabelled: string[] }
  | { kind: "NOTHING" }
  /** It was booked, and all of it is voided: nothing is in force, and it is not "never booked". */
  | { kind: "VOIDED" }
  /** It is there, but no label can be had, yet or any more. The numbers are empty where the carrier tells none. */
  | { kind: "SEEN"; trackingNumbers: string[] }
  | { kind: "NO_ANSWER"; failure: Failure };

export type BookedLookUp = Extract<LookUp, { kind: "BOOKED" }>;

/** What is looked up: a purchase, or a try of which nothing is known here; `id` null then. */
export type Sought = Pick<LabelPurchase, "carrierReference" | "labelFormat" | "startedAt"> & { id: string | null };

/** Asks by Label Recovery, then by Track: each can know of a booking earlier than the other. Reads only. */
export async function lookUpBooking(loaded: LoadedAccount, sought: Sought): Promise<LookUp> {
  const recovered = await lookUpByRecovery(loaded, sought);
  const isTold = recovered.kind === "BOOKED" || recovered.kind === "VOIDED";
  // A refusal is no "nothing": a carrier need not document its number for an unknown reference. Track can still know.
  const isSilent = recovered.kind === "NO_ANSWER" && recovered.failure.kind !== "REJECTED";
  const isRecovered = recovered.kind === "SEEN" && recovered.trackingNumbers.length > 0;
  return isTold || isSilent || isRecovered ? recovered : trackBooking(loaded, sought, recovered);
}

/** By Label Recovery alone. */
export async function lookUpByRecovery(loaded: LoadedAccount, sought: Sought): Promise<LookUp> {
  const { carrierReference, labelFormat, id: purchaseId } = sought;
  const request = { labelFormat, carrierReference };
  const recovered = await loaded.adapter.recoverLabels(loaded.access, request, { purchaseId });
  if (recovered.kind !== "ANSWERED") return { kind: "NO_ANSWER", failure: recovered };
  switch (recovered.value.found) {
    case "ONE":
      return { kind: "BOOKED", bookings: [recovered.value.shipment], unlabelled: [] };
    case "SEVERAL":
      return recoverEach(loaded, sought, recovered.value.trackingNumbers);
    case "EXISTS":
      return { kind: "SEEN", trackingNumbers: [] };
    case "VOIDED":
      return { kind: "VOIDED" };
    case "NONE":
      return { kind: "NOTHING" };
  }
}

/** `untracked`: what Label Recovery's word comes to where Track knows of nothing. */
async function trackBooking(loaded: LoadedAccount, purchase: Sought, untracked: LookUp): Promise<LookUp> {
  const { adapter, access } = loaded;
  const since = new Date(purchase.startedAt);
  const tracked = await adapter.findByReference(access, purchase.carrierReference, since, { purchaseId: purchase.id });
  if (tracked.kind !== "ANSWERED") return { kind: "NO_ANSWER", failure: tracked };
  return tracked.value.length > 0 ? recoverEach(loaded, purchase, tracked.value) : untracked;
}

/** The shipments that these packages belong to, each with all of its labels. */
async function recoverEach(loaded: LoadedAccount, purchase: Sought, trackingNumbers: string[]): Promise<LookUp> {
  const bookings = new Map<string, ShippedShipment>();
  const unlabelled: string[] = [];
  for (const trackingNumber of trackingNumbers) {
    const request = { labelFormat: purchase.labelFormat, trackingNumber };
    const outcome = await loaded.adapter.recoverLabels(loaded.access, request, { purchaseId: purchase.id });
    if (outcome.kind !== "ANSWERED") return { kind: "NO_ANSWER", failure: outcome };
    if (outcome.value.found === "ONE") merge(bookings, outcome.value.shipment);
    else if (outcome.value.found !== "VOIDED") unlabelled.push(trackingNumber);
  }
  if (bookings.size > 0) return booked([...bookings.values()], unlabelled);
  return unlabelled.length === 0 ? { kind: "VOIDED" } : { kind: "SEEN", trackingNumbers };
}

function booked(bookings: ShippedShipment[], unlabelled: string[]): LookUp {
  const numbers = new Set(bookings.flatMap(({ packages }) => packages.map((pkg) => pkg.trackingNumber)));
  return { kind: "BOOKED", bookings, unlabelled: unlabelled.filter((number) => !numbers.has(number)) };
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
