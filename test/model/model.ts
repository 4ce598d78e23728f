import type { PurchaseInput } from "../../src/shipping/purchase/purchase-input.js";
import type { Conditions } from "./carrier-conditions.js";
import type { Moment } from "./interruption.js";
import type { Booking, Seen, SeenPurchase, SeenShipment } from "./seen.js";

/** What a caller has asked for with a key. */
export interface KeyUse {
  input: PurchaseInput;
  /** Null: nothing was claimed with it, or the key was given back. */
  purchaseId: string | null;
}

/** A call to the carrier whose answer, or the call itself, is late: its process still lives. */
export interface HeldCall {
  /** Its place among the world's late calls. */
  id: number;
  of: "SHIP" | "VOID";
  at: Moment;
  /** What was bought with; null: it is of a void. */
  key: string | null;
  /** Null: not known before the step is over. */
  purchaseId: string | null;
  /** Under which the call was made, when it is held after its answer came. */
  conditions: Conditions;
}

/** A price for a draft as it was at this version. */
export interface Quote {
  id: string;
  version: number;
}

/**
 * What the service was last seen to hold, and what was done to it: enough to say what the next step may change. It
 * knows nothing of how the service works.
 */
export interface Model {
  orderId: string;
  shipments: Map<string, SeenShipment>;
  purchases: Map<string, SeenPurchase>;
  bookings: Map<string, Booking>;
  keys: Map<string, KeyUse>;
  /** Every reference that a purchase ever had, also of those that were deleted with their draft. */
  references: Set<string>;
  /** `purchase/package` of what somebody asked to void; a shipment's id where nobody can tell which purchase it met. */
  voidsAsked: Set<string>;
  held: HeldCall[];
  /** By shipment. */
  quotes: Map<string, Quote>;
  conditions: Conditions;
  /** By which the carrier's prices are multiplied now. */
  priceFactor: number;
  /** By which they were when a quote was made, by its id. */
  quotedFactors: Map<string, number>;
  /** Seconds that the carrier's clock was put forward. */
  carrierClock: number;
  /** The carrier's clock when a booking was first seen. */
  bookedAt: Map<string, number>;
  /** Numbers of bookings that the carrier made by itself, late or once too often. */
  strays: Set<string>;
  /** Purchases so old that two empty answers end them. */
  old: Set<string>;
}

export function emptyModel(orderId: string, conditions: Conditions): Model {
  return {
    orderId,
    ...{ shipments: new Map(), purchases: new Map(), bookings: new Map(), keys: new Map(), references: new Set() },
    ...{
      voidsAsked: new Set(),
      held: [],
      quotes: new Map(),
      conditions,
      priceFactor: 1,
      quotedFactors: new Map(),
      carrierClock: 0,
      bookedAt: new Map(),
      old: new Set(),
      strays: new Set(),
    },
  };
}

/** From here on the model holds what is seen. */
export function learn(model: Model, seen: Seen): void {
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
  const deleted = [...model.shipments.values()].map((shipment) => ({ ...shipment, status: "DELETED" as const }));
  model.shipments = byId([...deleted, ...seen.shipments]);
  model.purchases = byId(seen.purchases);
  model.bookings = new Map(seen.bookings.map((booking) => [booking.number, booking]));
  for (const { number } of seen.bookings)
    if (!model.bookedAt.has(number)) model.bookedAt.set(number, model.carrierClock);
  for (const { reference } of seen.purchases) model.references.add(reference);
  for (const [key, use] of model.keys) use.purchaseId = ownerOf(key, use, seen);
  for (const call of model.held) call.purchaseId ??= model.keys.get(call.key ?? "")?.purchaseId ?? null;
}

/** A key is free again only when what it bought provably never reached the carrier, or is gone with its draft. */
function ownerOf(key: string, { purchaseId }: KeyUse, { purchases }: Seen): string | null {
  const owner = purchases.find((purchase) => purchase.key === key) ?? purchases.find(({ id }) => id === purchaseId);
  return !owner || (owner.key === null && owner.state === "NOT_CREATED") ? null : owner.id;
}

/** The purchase that a shipment's labels come from, or will come from. */
export function livePurchase(model: Model, shipmentId: string): SeenPurchase | null {
  return (
    [...model.purchases.values()].find((purchase) => purchase.shipmentId === shipmentId && isLive(purchase)) ?? null
  );
}

export function isLive({ state, isVoided }: SeenPurchase): boolean {
  return state === "PENDING" || state === "UNKNOWN" || (state === "PURCHASED" && !isVoided);
}

export function bookingsOf(model: Model, { reference }: SeenPurchase): Booking[] {
  return [...model.bookings.values()].filter((booking) => booking.references.includes(reference));
}

/** Few shipments meet more of what can happen to one than many. */
const mostShipments = 3;

export function hasRoom({ shipments }: Readonly<Model>): boolean {
  return [...shipments.values()].filter((shipment) => shipment.status !== "DELETED").length < mostShipments;
}

/** The `pick`-th of them, counted round; undefined when there are none. */
export function choose<T>(all: Iterable<T>, pick: number): T | undefined {
  const list = [...all];
  return list[pick % list.length];
}
