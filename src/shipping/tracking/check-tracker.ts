import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { Tracker } from "../../entities/tracker.js";
import { reach } from "../../failpoints.js";
import { loadAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { Postponed } from "../postponed.js";
import type { Turn } from "../turn.js";
import { askCarrier } from "./ask-carrier.js";
import { storeTracked } from "./store-tracked.js";
import { failurePauseSeconds } from "./tracking-pauses.js";

/** A refusal that is repeated will not change any more. */
const refusalsBelieved = 3;

/**
 * One look at a package whose turn was taken. False: the account cannot be asked now, so neither can its other packages.
 * Throws `Postponed` when the carrier has no time for it. Safe to kill at any line: the next look is planned before the carrier is asked.
 */
export async function checkTracker(deps: ShippingDeps, turn: Turn): Promise<boolean> {
  const { tenantId, id } = turn;
  const tracker = await inTenant(deps.database, tenantId, (manager) => beginLook(manager, turn));
  if (tracker === null) return true;
  reach("poll.begun", id);
  const loaded = await loadAccount(deps, tenantId, tracker.accountId);
  if (loaded === null) return false;
  const outcome = await askCarrier(deps, loaded, tracker.trackingNumber).catch(async (error: unknown) => {
    if (error instanceof Postponed) await inTenant(deps.database, tenantId, (manager) => putBack(manager, id, error));
    throw error;
  });
  reach("poll.answered", id);
  if (outcome.kind === "ANSWERED") {
    await storeTracked(deps, loaded, id, outcome.value);
    reach("poll.stored", id);
    return true;
  }
  if (outcome.kind !== "REJECTED") return false;
  if (tracker.attempts < refusalsBelieved) return true;
  deps.log.warn("The carrier does not track a package.", {
    trackerId: id,
    codes: outcome.messages.map((message) => message.code),
  });
  const close = { closedReason: "REFUSED" as const, nextCheckAt: null };
  await inTenant(deps.database, tenantId, (manager) => manager.update(Tracker, { id }, close));
  return true;
}

/** The carrier had no time for it: it was not asked, and is soon. */
function putBack(manager: EntityManager, id: string, postponed: Postponed): Promise<unknown> {
  const later = `update tracker set attempts = attempts - 1, next_check_at = now() + make_interval(secs => $2)
    where id = $1 and next_check_at is not null`;
  return manager.query(later, [id, postponed.spreadSeconds]);
}

/** Null: the turn is over. */
async function beginLook(manager: EntityManager, { id, takenUntil }: Turn): Promise<Tracker | null> {
  const begin = `with begun as (
    update tracker set attempts = attempts + 1, asked_at = now(), next_check_at = now() + make_interval(secs => $3)
     where id = $1 and next_check_at = $2 returning id) select id from begun`;
  const begun = (await manager.query(begin, [id, takenUntil, failurePauseSeconds])) as unknown[];
  return begun.length === 0 ? null : manager.findOneByOrFail(Tracker, { id });
}
