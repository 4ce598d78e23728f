import { setTimeout as sleep } from "node:timers/promises";
import type { LabelFormat } from "../../entities/values/label-enums.js";
import { type LoadedAccount, requireAccount } from "../account/load-account.js";
import { type BookedLookUp, type LookUp, lookUpBooking, lookUpByRecovery } from "../booking/look-up-booking.js";
import type { Doubt } from "../booking/read-doubt.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { keptBookings } from "./kept-bookings.js";

/** A key that the database does not know, while it may have lost its newest claims. */
export interface UnknownKey {
  accountId: string;
  labelFormat: LabelFormat;
  /** Of the key's next try, and of the one after it: the next may have been lost too, and have bought nothing. */
  references: [string, string];
  doubt: Doubt;
}

/** What the carrier has under the references of a key; null: nothing, and it was never bought with. */
export interface FoundBooking {
  carrierReference: string;
  booked: BookedLookUp;
}

/** A booking shows at UPS within a second; what was lost is at least as old as the doubt. */
const showsAfterSeconds = 5;

/**
 * Asks the carrier what the key has bought before anything is bought with it. Throws a `Refusal`: CARRIER_UNAVAILABLE,
 * retryable, where the answer is not clear, IDEMPOTENCY_KEY_REUSED where all that it bought is voided, ACCOUNT_NOT_READY.
 */
export async function askFirst(deps: ShippingDeps, actor: Actor, key: UnknownKey): Promise<FoundBooking | null> {
  const loaded = await requireAccount(deps, actor.tenantId, key.accountId, keyField);
  await sleep(Math.max(0, showsAfterSeconds - key.doubt.ageSeconds) * 1000);
  const [first, second] = key.references;
  const by = (carrierReference: string) => ({
    id: null,
    carrierReference,
    labelFormat: key.labelFormat,
    startedAt: key.doubt.lostSince,
  });
  const next = await Promise.all([lookUpBooking(loaded, by(first)), lookUpByRecovery(loaded, by(second))]);
  const kept = await keptOf(deps, actor, loaded, key.references, next);
  deps.log.info("The carrier was asked what a key has bought, since the database may have lost it.", {
    references: key.references,
    found: next.map(({ kind }) => kind),
    isKept: kept !== null,
  });
  return foundAmong(key.references, next, kept);
}

/** What the carrier answered itself, if that is kept, and it does not say that it is voided. Null: nothing. */
async function keptOf(
  deps: ShippingDeps,
  { tenantId }: Actor,
  { adapter, access }: LoadedAccount,
  references: string[],
  lookUps: LookUp[],
): Promise<FoundBooking | null> {
  const sought = references.filter((_, index) => lookUps[index]!.kind !== "VOIDED");
  const kept = (await keptBookings(deps, tenantId)).find(
    ({ carrierReference, shipped }) =>
      sought.includes(carrierReference) &&
      adapter.ownsTrackingNumber(access, shipped.shipmentIdentificationNumber) !== false,
  );
  if (!kept) return null;
  const { carrierReference, shipped } = kept;
  return { carrierReference, booked: { kind: "BOOKED", bookings: [shipped], unlabelled: [] } };
}

/** `kept` counts where the carrier does not show it, or not yet. */
function foundAmong(
  references: [string, string],
  [first, second]: [LookUp, LookUp],
  kept: FoundBooking | null,
): FoundBooking | null {
  if (isUnclear(first) || isUnclear(second)) return kept ?? refuse("CARRIER_UNAVAILABLE", unclear, keyField);
  // What the first try booked although the second was made is not wanted: one is kept, the other voided.
  if (second.kind === "BOOKED") return { carrierReference: references[1], booked: both(second, first) };
  if (first.kind === "BOOKED") return { carrierReference: references[0], booked: first };
  if (kept !== null) return kept;
  if (first.kind === "VOIDED" || second.kind === "VOIDED") refuse("IDEMPOTENCY_KEY_REUSED", voided, keyField);
  return null;
}

type Clear = Exclude<LookUp, { kind: "NO_ANSWER" | "SEEN" }>;

function isUnclear(lookUp: LookUp): lookUp is Exclude<LookUp, Clear> {
  return lookUp.kind === "NO_ANSWER" || lookUp.kind === "SEEN";
}

function both(kept: BookedLookUp, other: LookUp): BookedLookUp {
  if (other.kind !== "BOOKED") return kept;
  const bookings = [...kept.bookings, ...other.bookings];
  return { kind: "BOOKED", bookings, unlabelled: [...kept.unlabelled, ...other.unlabelled] };
}

const keyField = ["input", "idempotencyKey"];
const unclear =
  "The database may have lost what this key bought, and the carrier does not say clearly. Nothing was bought: repeat it with the same key.";
const voided = "The key was used before, and what it bought is voided: use a new one for a new intent.";
