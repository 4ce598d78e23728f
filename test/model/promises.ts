import { isLive, type Model } from "./model.js";
import type { Booking, Seen, SeenPurchase } from "./seen.js";
import { isLegal, isLegalVoid } from "./states.js";

/** What is broken of the promises that hold at every moment, whatever happens; empty: nothing. */
export function brokenPromises(before: Model, seen: Seen): string[] {
  return [
    ...seen.purchases.flatMap((purchase) => brokenBy(purchase, before, seen)),
    ...seen.shipments.flatMap(({ id }) => tooManyLive(id, before, seen)),
    ...twice("key", seen.purchases.map((purchase) => purchase.key).filter(Boolean)),
    ...[...before.purchases.values()].flatMap((purchase) => lost(purchase, seen)),
    ...strangers(before, seen),
  ];
}

function brokenBy(purchase: SeenPurchase, before: Model, seen: Seen): string[] {
  const earlier = before.purchases.get(purchase.id);
  const own = seen.bookings.filter((booking) => isOf(booking, purchase) && !before.strays.has(booking.number));
  const say = (isBroken: boolean, what: string) => (isBroken ? [`${purchase.id} (${purchase.state}) ${what}`] : []);
  return [
    ...say(own.length > 1, `was booked ${own.length} times: ${own.map((booking) => booking.number)}`),
    ...say(!!earlier && !isLegal(earlier.state, purchase.state), `came from ${earlier?.state}`),
    ...say(!!earlier?.number && earlier.number !== purchase.number, `had the number ${earlier?.number}`),
    ...say(!!earlier?.key && earlier.key !== purchase.key && purchase.state !== "NOT_CREATED", "gave its key away"),
    ...say(purchase.unwanted.length > 0 && !purchase.isWatched, "leaves an unwanted booking alone"),
    ...say(isOpen(purchase) && !purchase.isWatched, "is open, and nobody will look at it"),
    ...(purchase.state === "PURCHASED" ? brokenLabels(purchase, before, seen) : []),
  ];
}

export function isOpen({ state, packages }: SeenPurchase): boolean {
  return state === "PENDING" || state === "UNKNOWN" || packages.some((pkg) => pkg.voidState === "VOID_PENDING");
}

/** A label that was sold is there, with its bytes, is in force at the carrier, and is voided only when asked for. */
function brokenLabels(purchase: SeenPurchase, before: Model, seen: Seen): string[] {
  const booking = seen.bookings.find((candidate) => candidate.number === purchase.number);
  if (!booking) return [`${purchase.id} has the number ${purchase.number}, which the carrier does not know`];
  const numbers = (packages: { trackingNumber: string }[]) => packages.map((pkg) => pkg.trackingNumber).join();
  const shipment = seen.shipments.find((candidate) => candidate.id === purchase.shipmentId);
  const isWhole =
    numbers(booking.packages) === numbers(purchase.packages) &&
    shipment?.packageIds.join() === purchase.packages.map((pkg) => pkg.packageId).join();
  if (!isWhole) return [`${purchase.id} has other packages than its booking, or its shipment`];
  const packagesBefore = before.purchases.get(purchase.id)?.packages ?? [];
  return purchase.packages.flatMap((pkg, index) => {
    const was = packagesBefore.find((other) => other.packageId === pkg.packageId)?.voidState ?? "NOT_VOIDED";
    const isVoided = booking.packages[index]!.isVoided;
    const asked = [`${purchase.id}/${pkg.packageId}`, purchase.shipmentId];
    const wasAsked = asked.some((what) => before.voidsAsked.has(what));
    const say = (isBroken: boolean, what: string) =>
      isBroken ? [`${pkg.trackingNumber} (${pkg.voidState}) ${what}`] : [];
    return [
      ...say(pkg.labelBytes === 0, "has no label"),
      ...say(pkg.voidState === "VOIDED" && !isVoided, "is in force at the carrier"),
      ...say(pkg.voidState === "NOT_VOIDED" && isVoided, "is voided at the carrier"),
      ...say(pkg.voidState !== "NOT_VOIDED" && !wasAsked, "was voided without being asked to"),
      ...say(!isLegalVoid(was, pkg.voidState), `came from ${was}`),
    ];
  });
}

/** Purchases that were given up may have a late booking for a while; others never two at once of our making. */
function tooManyLive(shipmentId: string, { strays }: Model, seen: Seen): string[] {
  const purchases = seen.purchases.filter((purchase) => purchase.shipmentId === shipmentId);
  const wanted = purchases.filter((purchase) => purchase.state !== "NOT_CREATED");
  const booked = seen.bookings.filter((booking) => !booking.isVoided && isOfAny(booking, wanted));
  const unwanted = new Set([...strays, ...purchases.flatMap((purchase) => purchase.unwanted)]);
  const kept = booked.filter((booking) => !unwanted.has(booking.number));
  return [
    ...(purchases.filter(isLive).length > 1 ? [`${shipmentId} has several live purchases`] : []),
    ...(kept.length > 1 ? [`${shipmentId} is booked by ${kept.map((booking) => booking.number).join(" and ")}`] : []),
    ...wrongStatus(shipmentId, purchases, seen),
  ];
}

const isOf = (booking: Booking, { reference }: SeenPurchase): boolean => booking.references.includes(reference);

const isOfAny = (booking: Booking, purchases: SeenPurchase[]): boolean =>
  purchases.some((purchase) => isOf(booking, purchase));

function wrongStatus(shipmentId: string, purchases: SeenPurchase[], seen: Seen): string[] {
  const { status } = seen.shipments.find((shipment) => shipment.id === shipmentId)!;
  const live = purchases.find(isLive);
  const hadLabels = purchases.some((purchase) => purchase.state === "PURCHASED");
  const right = live ? (live.state === "PURCHASED" ? "PURCHASED" : "PURCHASING") : hadLabels ? "VOIDED" : "DRAFT";
  return status === right ? [] : [`${shipmentId} is ${status}, and should be ${right}`];
}

/** Only what the carrier refused, or provably never got, may go, and only with its draft. */
function lost({ id, state, shipmentId }: SeenPurchase, seen: Seen): string[] {
  if (seen.purchases.some((purchase) => purchase.id === id)) return [];
  const isDraftGone = !seen.shipments.some((shipment) => shipment.id === shipmentId);
  const mayGo = state === "REJECTED" || state === "NOT_CREATED";
  return isDraftGone && mayGo ? [] : [`${id} (${state}) is gone`];
}

/** Bookings of references that no purchase has any more. */
function strangers(before: Model, seen: Seen): string[] {
  const gone = [...before.references].filter(
    (reference) => !seen.purchases.some((purchase) => purchase.reference === reference),
  );
  return seen.bookings
    .filter((booking) => !booking.isVoided && !isOfAny(booking, seen.purchases))
    .map(({ number, references }) => `${number} is booked for nobody (deleted: ${gone.join()}; has ${references})`);
}

function twice(what: string, values: unknown[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => `${what} ${value} is twice`);
}

/** As `brokenPromises`, for when everything was driven to its end: nothing open, and no booking that nobody has. */
export function brokenAtRest(before: Model, seen: Seen): string[] {
  const open = seen.purchases.filter((purchase) => isOpen(purchase) || purchase.unwanted.length > 0);
  const kept = (booking: Booking) =>
    seen.purchases.some(
      ({ state, number, isVoided }) => state === "PURCHASED" && number === booking.number && !isVoided,
    );
  const live = seen.bookings.filter((booking) => !booking.isVoided);
  return [
    ...brokenPromises(before, seen),
    ...open.map(({ id, state }) => `${id} (${state}) does not come to an end`),
    ...live.filter((booking) => !kept(booking)).map(({ number }) => `${number} is in force, and nobody has it`),
  ];
}
