import type { EntityTarget } from "typeorm";
import { isUniqueViolation } from "../../database/is-unique-violation.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import type { Claim } from "../../entities/claim.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal, refuse } from "../result.js";

/*
 * What must be done at most once for a key goes so, whatever crashes:
 *
 * 1. Claim: `claimOnce` around one transaction that inserts a row with `newClaim`, plans its first look and commits.
 * 2. Send: outside every transaction, once, by `sendInTime`; `noteLeaving` writes down that it may leave just before.
 * 3. Settle: in a transaction that `persist` repeats while the database is away, a verb of `claim-states` says what the
 *    answer means: `endClaim`, `endUnsent`, `leaveOpen`. What ended first stays.
 * 4. Look again, where the answer was lost: the worker takes the row when it is due (`looks`), the carrier is asked by the
 *    claim's reference, and the claim is ended, given up (`giveUp`) or looked at later; what never left is ended at once
 *    (`endNeverSent`). Where being done twice does no harm, whoever repeats takes the claim over instead (`takeOver`), and what failed is released (`releaseClaim`).
 * 5. Forget: `forgetClaims`, with what the claim was for.
 */

/** A kind of claim: its rows, the constraint that keeps a key from being taken twice, and what a key stands for. */
export interface ClaimKind<C extends Claim> {
  rows: EntityTarget<C>;
  keyIsUnique: string;
  /** The one that keeps a reference derived from the key from being taken twice; absent: none is. */
  referenceIsUnique?: string;
  subject: string;
}

export interface ClaimRequest {
  idempotencyKey: string;
  /** Of all other input: the same key with another one is a mistake of the caller's. */
  requestFingerprint: string;
}

/**
 * What `claim` gives; or the claim that was made with this key before, or by somebody else at the same moment. `claim`
 * inserts the row with the key in one transaction, which commits before anything is sent, and may throw a `Refusal`: what
 * it found in its way can be the work of the very request that took the key. Throws a `Refusal`: IDEMPOTENCY_KEY_REUSED;
 * CONFLICT when the other one gave the key back already.
 */
export async function claimOnce<C extends Claim, T>(
  deps: Pick<ShippingDeps, "database">,
  actor: Actor,
  kind: ClaimKind<C>,
  request: ClaimRequest,
  claim: () => Promise<T>,
): Promise<{ earlier: C } | { own: T }> {
  const earlier = await findClaim(deps, actor, kind, request);
  if (earlier !== null) return { earlier };
  try {
    return { own: await claim() };
  } catch (error) {
    const isTaken = [kind.keyIsUnique, kind.referenceIsUnique].some((name) => name && isUniqueViolation(error, name));
    if (!isTaken && !(error instanceof Refusal)) throw error;
    const other = await findClaim(deps, actor, kind, request);
    if (other !== null) return { earlier: other };
    if (isTaken) refuse("CONFLICT", "Another request held the key: repeat this one.", keyField);
    throw error;
  }
}

const keyField = ["input", "idempotencyKey"];

/** Of a claim whose input is erased: nothing is done again with its key, whatever comes with it. */
export const erasedFingerprint = "";

/** Whether nobody can tell any more what the key stood for. */
export const isErased = ({ requestFingerprint }: Pick<Claim, "requestFingerprint">) =>
  requestFingerprint === erasedFingerprint;

async function findClaim<C extends Claim>(
  deps: Pick<ShippingDeps, "database">,
  { tenantId }: Actor,
  { rows, subject }: ClaimKind<C>,
  { idempotencyKey, requestFingerprint }: ClaimRequest,
): Promise<C | null> {
  const claim = await readInTenant(deps.database, tenantId, (manager) =>
    manager.findOneBy(rows as EntityTarget<Claim>, { idempotencyKey }),
  );
  if (claim === null || isErased(claim)) return claim as C | null;
  if (claim.requestFingerprint === requestFingerprint) return claim as C;
  const message = `The key was used before with other input: use a new one for a new ${subject}.`;
  refuse("IDEMPOTENCY_KEY_REUSED", message, keyField);
}
