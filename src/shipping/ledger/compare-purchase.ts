import type { LookUp } from "../booking/look-up-booking.js";
import type { Finding, FindingKind } from "./finding.js";
import type { KnownPurchase } from "./touched-purchases.js";

/** What differs between a purchase and what the carrier has under its reference; empty: they agree. */
export function comparePurchase(tenantId: string, purchase: KnownPurchase, lookUp: LookUp): Finding[] {
  const find = (kind: FindingKind, number: string | null, detail: string): Finding => ({
    kind,
    tenantId,
    accountId: purchase.accountId,
    purchaseId: purchase.id,
    carrierReference: purchase.carrierReference,
    number,
    detail,
  });
  const { state, shipmentIdentificationNumber: own } = purchase;
  if (state === "PENDING" || state === "UNKNOWN") return [find("OPEN", own, `The purchase is ${state}.`)];
  const isInForce = state === "PURCHASED" && purchase.voidedAt === null;
  switch (lookUp.kind) {
    case "NO_ANSWER":
      return [find("NO_ANSWER", own, `The carrier could not be asked (${lookUp.failure.kind}).`)];
    case "NOTHING":
      return isInForce ? [find("MISSING_AT_CARRIER", own, "The carrier knows nothing under its reference.")] : [];
    case "VOIDED":
      return isInForce ? [find("VOIDED_AT_CARRIER", own, "The labels are voided at the carrier.")] : [];
    case "SEEN":
      return state === "PURCHASED"
        ? []
        : [find("NO_ANSWER", lookUp.trackingNumbers[0] ?? null, "The carrier has it, but tells no labels.")];
    case "BOOKED":
      return [...orphansOf(purchase, lookUp, find), ...stateOf(purchase, lookUp, find)];
  }
}

type Booked = Extract<LookUp, { kind: "BOOKED" }>;
type Find = (kind: FindingKind, number: string | null, detail: string) => Finding;

function orphansOf(purchase: KnownPurchase, { bookings, unlabelled }: Booked, find: Find): Finding[] {
  const { shipmentIdentificationNumber: own, unwantedBookings, settledBookings } = purchase;
  const watched = new Set([own, ...unwantedBookings, ...settledBookings]);
  const numbers = [...bookings.map((booking) => booking.shipmentIdentificationNumber), ...unlabelled];
  return numbers
    .filter((number) => !watched.has(number))
    .map((number) => find("ORPHAN", number, `Booked under the reference of a purchase that is ${purchase.state}.`));
}

function stateOf(purchase: KnownPurchase, { bookings }: Booked, find: Find): Finding[] {
  const { state, voidedAt, shipmentIdentificationNumber: own } = purchase;
  const isBooked = bookings.some((booking) => booking.shipmentIdentificationNumber === own);
  if (state !== "PURCHASED") return [];
  if (voidedAt !== null) return isBooked ? [find("IN_FORCE_AT_CARRIER", own, `It was voided at ${voidedAt}.`)] : [];
  return isBooked ? [] : [find("MISSING_AT_CARRIER", own, "The carrier has other bookings under its reference.")];
}
