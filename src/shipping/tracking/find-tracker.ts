import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { Tracker } from "../../entities/tracker.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { AppError } from "../../errors.js";
import { type LoadedAccount, loadAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { newId } from "../new-id.js";
import { done, type Result, refused } from "../result.js";
import { findDefaultAccount } from "../settings/default-account.js";
import { storedTrackingNumber } from "../tracking-number.js";
import { unknownCarrier } from "../unknown-words.js";
import { userError } from "../user-error.js";
import { askCarrier } from "./ask-carrier.js";
import { storeTracked } from "./store-tracked.js";

/** Any number of the carrier's, bought here or not. */
export interface TrackerInput {
  carrierCode: string;
  trackingNumber: string;
}

const numberField = ["input", "trackingNumber"];
export const freshForMs = 5 * 60_000;

/**
 * The tracker of a number; asks the carrier when what is stored is older than five minutes and the package is not
 * delivered. Without an answer what is stored is given, and `lastCheckedAt` says how old it is. Null: nobody knows of
 * the number. Throws CARRIER_UNAVAILABLE when nothing is stored and the carrier gives no answer.
 */
export async function findTracker(deps: ShippingDeps, actor: Actor, input: TrackerInput): Promise<Tracker | null> {
  const key = keyOf(input);
  if (problemOf(deps, key) !== null) return null;
  const stored = await readTracker(deps, actor, key);
  if (stored !== null && isFresh(stored, deps.clock.now())) return stored;
  const { value, userErrors } = await ask(deps, actor, key, stored);
  if (value !== null || stored !== null) return value ?? stored;
  if (userErrors.some(({ code }) => code === "CARRIER_UNAVAILABLE"))
    throw new AppError("CARRIER_UNAVAILABLE", userErrors[0]?.message ?? "The carrier gave no usable answer.");
  return null;
}

/**
 * Asks the carrier now. Codes: REQUIRED, TOO_LONG, NOT_FOUND for an unknown carrier or a number it does not know (yet),
 * CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.
 */
export async function refreshTracker(deps: ShippingDeps, actor: Actor, input: TrackerInput): Promise<Result<Tracker>> {
  const key = keyOf(input);
  const problem = problemOf(deps, key);
  if (problem !== null) return refused(problem);
  return ask(deps, actor, key, await readTracker(deps, actor, key));
}

/** No carrier has longer numbers. */
export const longestTrackingNumber = 50;

function problemOf(deps: ShippingDeps, { carrierCode, trackingNumber }: TrackerInput): ShippingUserError | null {
  if (!deps.carriers.has(carrierCode))
    return userError("NOT_FOUND", unknownCarrier(carrierCode, deps), ["input", "carrierCode"]);
  if (trackingNumber === "")
    return userError("REQUIRED", "Give the number that the carrier printed on the label.", numberField);
  return trackingNumber.length > longestTrackingNumber
    ? userError("TOO_LONG", `A tracking number has at most ${longestTrackingNumber} characters.`, numberField)
    : null;
}

function keyOf({ carrierCode, trackingNumber }: TrackerInput): TrackerInput {
  return { carrierCode: carrierCode.trim(), trackingNumber: storedTrackingNumber(trackingNumber) };
}

const readTracker = (deps: ShippingDeps, actor: Actor, key: TrackerInput) =>
  readInTenant(deps.database, actor.tenantId, (manager) => manager.findOneBy(Tracker, { ...key }));

/** What has ended well does not change any more. */
function isFresh({ closedReason, lastCheckedAt, erasedAt }: Tracker, now: Date): boolean {
  if (erasedAt !== null) return true;
  if (closedReason === "DELIVERED" || closedReason === "RETURNED" || closedReason === "VOIDED") return true;
  return lastCheckedAt !== null && now.getTime() - Date.parse(lastCheckedAt) < freshForMs;
}

async function ask(
  deps: ShippingDeps,
  actor: Actor,
  key: TrackerInput,
  stored: Tracker | null,
): Promise<Result<Tracker>> {
  if (stored?.erasedAt) return refused(userError("PERSONAL_DATA_ERASED", erasedNumber, numberField));
  const loaded = await chooseAccount(deps, actor, key, stored);
  if (loaded === null) return refused(userError("ACCOUNT_NOT_READY", "There is no active account to ask with."));
  const outcome = await askCarrier(deps, loaded, key.trackingNumber);
  if (outcome.kind !== "ANSWERED") return refused(...failureErrors(outcome, fieldOf(outcome.kind)));
  const id = stored?.id ?? (outcome.value && (await addTracker(deps, actor, key, loaded.account.id)));
  if (id !== null) return done(await storeTracked(deps, loaded, id, outcome.value));
  return refused(userError("NOT_FOUND", "The carrier knows nothing of this number, yet.", numberField));
}

const erasedNumber = "The personal data of this package was erased: the carrier is asked about it no more.";

const fieldOf = (kind: string) => (kind === "REJECTED" ? numberField : null);

/** The account it was bought with; else one that the number names; else the default one; else the oldest that is active. */
async function chooseAccount(
  deps: ShippingDeps,
  actor: Actor,
  { carrierCode, trackingNumber }: TrackerInput,
  stored: Tracker | null,
): Promise<LoadedAccount | null> {
  if (stored !== null) return loadAccount(deps, actor.tenantId, stored.accountId);
  const { accounts, preferred } = await readInTenant(deps.database, actor.tenantId, async (manager) => ({
    accounts: await manager.find(CarrierAccount, {
      where: { carrierCode, status: "ACTIVE" },
      order: { createdAt: "ASC", id: "ASC" },
    }),
    preferred: await findDefaultAccount(manager),
  }));
  const adapter = deps.carriers.get(carrierCode);
  const own = accounts.find((account) => adapter?.ownsTrackingNumber(account, trackingNumber));
  const [oldest] = accounts;
  const chosen = own ?? accounts.find(({ id }) => id === preferred?.id) ?? oldest;
  return chosen === undefined ? null : loadAccount(deps, actor.tenantId, chosen.id);
}

/** Another request may have been first. */
function addTracker(deps: ShippingDeps, { tenantId }: Actor, key: TrackerInput, accountId: string): Promise<string> {
  const { carrierCode, trackingNumber } = key;
  const add = `
    insert into tracker as known (tenant_id, id, carrier_code, tracking_number, account_id, status)
    values ($1, $2, $3, $4, $5, 'UNKNOWN')
    on conflict on constraint tracker_tracking_number_unique do update set tracking_number = excluded.tracking_number
    returning id`;
  return inTenant(deps.database, tenantId, async (manager) => {
    const values = [tenantId, newId("trk"), carrierCode, trackingNumber, accountId];
    const [row] = (await manager.query(add, values)) as { id: string }[];
    return row!.id;
  });
}
