import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { Tracker } from "../../entities/tracker.js";
import { loadAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { askCarrier } from "./ask-carrier.js";
import { storeTracked } from "./store-tracked.js";
import { failurePauseSeconds } from "./tracking-pauses.js";

/** A refusal that is repeated will not change any more. */
const refusalsBelieved = 3;

/**
 * One look at a package that is due. False: the account cannot be asked now, so neither can its other packages. Safe to
 * run on several instances at once and to kill at any line: one of them takes the turn, and the next is planned before
 * the carrier is asked.
 */
export async function checkTracker(deps: ShippingDeps, tenantId: string, id: string): Promise<boolean> {
  const tracker = await inTenant(deps.database, tenantId, (manager) => takeTurn(manager, id));
  if (tracker === null) return true;
  const loaded = await loadAccount(deps, tenantId, tracker.accountId);
  if (loaded === null) return false;
  const outcome = await askCarrier(deps, loaded, tracker.trackingNumber);
  if (outcome.kind === "ANSWERED") {
    await storeTracked(deps, tenantId, id, outcome.value);
    return true;
  }
  if (outcome.kind !== "REJECTED") return false;
  if (tracker.attempts < refusalsBelieved) return true;
  deps.log.warn("The carrier does not track a package.", {
    trackerId: id,
    codes: outcome.messages.map((one) => one.code),
  });
  const close = { closedReason: "REFUSED" as const, nextCheckAt: null };
  await inTenant(deps.database, tenantId, (manager) => manager.update(Tracker, { id }, close));
  return true;
}

/** Null: not due, or somebody else's turn. */
async function takeTurn(manager: EntityManager, id: string): Promise<Tracker | null> {
  const due = "select id from tracker where id = $1 and next_check_at <= now() for no key update skip locked";
  if (((await manager.query(due, [id])) as unknown[]).length === 0) return null;
  const take = `update tracker set attempts = attempts + 1, asked_at = now(),
    next_check_at = now() + make_interval(secs => $2) where id = $1`;
  await manager.query(take, [id, failurePauseSeconds]);
  return manager.findOneByOrFail(Tracker, { id });
}
