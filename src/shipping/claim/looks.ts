import type { EntityManager, EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from "typeorm";
import type { TracedClaim } from "../../entities/claim.js";
import { type Turn, turnSeconds } from "../turn.js";

/** The claim is looked at again so many seconds from now; written in the transaction that needs it. */
export async function planLook<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  id: string,
  afterSeconds: number,
): Promise<void> {
  const plan = `update ${tableOf(manager, rows)} set next_check_at = now() + make_interval(secs => $2) where id = $1`;
  await manager.query(plan, [id, afterSeconds]);
}

/** The claim whose turn it is, locked: what is found out of it now stays so until the look has begun. Null: the turn is over. */
export async function lockForLook<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  { id, takenUntil }: Turn,
): Promise<C | null> {
  const ours = `select id from ${tableOf(manager, rows)} where id = $1 and next_check_at = $2 for no key update`;
  const isOurs = ((await manager.query(ours, [id, takenUntil])) as unknown[]).length > 0;
  return isOurs ? manager.findOneByOrFail(rows, { id } as FindOptionsWhere<C>) : null;
}

/**
 * Begins the look at a locked claim, and gives it as it then stands: what is still PENDING this long after it was sent is
 * UNKNOWN. `isLast`: there is nothing left to find out. Should nobody end the look, the claim is due when the turn is.
 */
export async function noteLook<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  claim: C,
  isLast: boolean,
): Promise<C> {
  const begun = { state: claim.state === "PENDING" ? "UNKNOWN" : claim.state, checks: claim.checks + 1 };
  const change = { ...begun, ...(isLast ? { nextCheckAt: null } : {}) };
  await manager.update(rows, { id: claim.id } as FindOptionsWhere<C>, change as QueryDeepPartialEntity<C>);
  return Object.assign(claim, begun);
}

/** Plans the next look, unless somebody has planned one meanwhile. `pause` in seconds; null: there is none. */
export async function planAfterLook<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  { id, takenUntil }: Turn,
  pause: number | null,
): Promise<void> {
  const plan = `update ${tableOf(manager, rows)} set next_check_at = now() + make_interval(secs => $3)
    where id = $1 and next_check_at = $2`;
  await manager.query(plan, [id, takenUntil, pause]);
}

/** The carrier had no time for the look: it counts as none, and comes again in so many seconds. */
export async function putBack<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  { id, takenUntil }: Turn,
  seconds: number,
): Promise<void> {
  const later = `update ${tableOf(manager, rows)}
    set next_check_at = now() + make_interval(secs => $3), checks = greatest(0, checks - 1)
    where id = $1 and next_check_at = $2`;
  await manager.query(later, [id, takenUntil, seconds]);
}

/** Takes the turn before the claim is due, from whoever has it. */
export async function takeTurn<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  tenantId: string,
  id: string,
): Promise<Turn> {
  const take = `with taken as (
    update ${tableOf(manager, rows)} set next_check_at = now() + make_interval(secs => $2) where id = $1
    returning next_check_at)
    select next_check_at as "takenUntil" from taken`;
  const [row] = (await manager.query(take, [id, turnSeconds])) as { takenUntil: string }[];
  return { tenantId, id, takenUntil: row!.takenUntil };
}

function tableOf<C extends TracedClaim>(manager: EntityManager, rows: EntityTarget<C>): string {
  return manager.connection.getMetadata(rows).tableName;
}
