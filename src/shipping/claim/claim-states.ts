import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from "typeorm";
import type { Claim, TracedClaim } from "../../entities/claim.js";
import type { ClaimRequest } from "./claim-once.js";

type Change<C extends Claim> = QueryDeepPartialEntity<C>;

/** Nobody knows yet what became of them. */
const open = ["PENDING", "UNKNOWN"];

/** What every new claim has. */
export function newClaim(tenantId: string, { idempotencyKey, requestFingerprint }: ClaimRequest) {
  return { tenantId, idempotencyKey, requestFingerprint, state: "PENDING" as const };
}

const finished = { finishedAt: () => "now()", nextCheckAt: null };

/** Ends an open claim; `end` names the state, and what else changes with it. False: it had ended before. */
export function endClaim<C extends Claim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  claim: C,
  end: Change<C> & { state: string },
): Promise<boolean> {
  return change(manager, rows, claim, open, { ...finished, ...end });
}

/** Ends an open claim of what provably was not processed: its key is free, and a repeat is a new claim. */
export function endUnsent<C extends Claim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  claim: C,
  more: Change<C>,
): Promise<boolean> {
  return change(manager, rows, claim, open, { ...more, ...finished, state: "NOT_CREATED", idempotencyKey: null });
}

/** There is no clear answer: never sent again, looked up until it is clear. */
export function leaveOpen<C extends Claim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  claim: C,
  more: Change<C>,
): Promise<boolean> {
  return change(manager, rows, claim, ["PENDING"], { ...more, state: "UNKNOWN" });
}

/**
 * Written down before the first byte leaves: from now on the claim may have been sent, and is looked up when an answer
 * could be missing. False: it has ended, and must not be sent.
 */
export function noteLeaving<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  claim: C,
  lookAfterSeconds: number,
): Promise<boolean> {
  const sent = {
    sentAt: () => "coalesce(sent_at, now())",
    nextCheckAt: () => "started_at + make_interval(secs => :lookAfterSeconds)",
  };
  return change(manager, rows, claim, ["PENDING"], sent, "true", { lookAfterSeconds });
}

/** Ends a claim that never left, whoever claimed it: its key is free. False: it may have left, or has ended. */
export function endNeverSent<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  claim: C,
  more: Change<C>,
): Promise<boolean> {
  const end = { ...more, ...finished, state: "NOT_CREATED", idempotencyKey: null };
  return change(manager, rows, claim, ["PENDING"], end, "sent_at is null");
}

/** Ends a claim of which nothing is found, `minimumAgeSeconds` after it was made at the earliest. Its key stays taken. */
export function giveUp<C extends TracedClaim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  claim: C,
  minimumAgeSeconds: number,
  more: Change<C>,
): Promise<boolean> {
  const to = { ...more, state: "NOT_CREATED", finishedAt: () => "now()" };
  const isOld = "started_at <= now() - make_interval(secs => :minimumAgeSeconds)";
  return change(manager, rows, claim, ["UNKNOWN"], to, isOld, { minimumAgeSeconds });
}

/**
 * Takes the open claim of somebody who died, where being done twice does no harm: once its look is due nobody can be at it
 * any more. False: somebody is, or it has ended.
 */
export function takeOver<C extends Claim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  claim: C,
  forSeconds: number,
): Promise<boolean> {
  const anew = { startedAt: () => "now()", nextCheckAt: () => "now() + make_interval(secs => :forSeconds)" };
  return change(manager, rows, claim, ["PENDING"], anew, "next_check_at <= now()", { forSeconds });
}

/** Gives the key back, and keeps nothing of the try: for what may be tried again by anybody. */
export async function releaseClaim<C extends Claim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  { id }: C,
): Promise<void> {
  await manager
    .createQueryBuilder()
    .delete()
    .from(rows)
    .where("id = :id and state in (:...open)", { id, open })
    .execute();
}

/** How long a claim is kept: until what it was for goes. `where` says which; open ones stay, and those that are watched. */
export async function forgetClaims<C extends Claim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  where: string,
  parameters: ObjectLiteral,
): Promise<void> {
  await manager
    .createQueryBuilder()
    .delete()
    .from(rows)
    .where("state not in (:...open) and next_check_at is null", { open })
    .andWhere(where, parameters)
    .execute();
}

async function change<C extends Claim>(
  manager: EntityManager,
  rows: EntityTarget<C>,
  { id }: C,
  from: string[],
  to: ObjectLiteral,
  further = "true",
  parameters: ObjectLiteral = {},
): Promise<boolean> {
  const { affected } = await manager
    .createQueryBuilder()
    .update(rows)
    .set(to as Change<C>)
    .where("id = :id and state in (:...from)", { id, from })
    .andWhere(further, parameters)
    .execute();
  return affected === 1;
}
