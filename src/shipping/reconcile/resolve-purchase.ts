import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { recordDecision } from "../audit/record-decision.js";
import { giveUpWaiting, markNotCreated } from "../booking/purchase-states.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { findPurchase } from "../find-purchase.js";
import { type Result, refuse, settle } from "../result.js";
import { adoptNamed } from "./adopt-named.js";
import { takeTurnNow } from "./purchase-turn.js";
import { reconcilePurchase } from "./reconcile-purchase.js";

export interface ResolveInput {
  purchaseId: string;
  decision: "CHECK_NOW" | "ADOPT" | "NOT_CREATED";
  /** For ADOPT: a tracking number of the booking, as the carrier's web site or support gives it. */
  trackingNumber?: string | null;
  reason?: string | null;
}

/**
 * A person's decision on a purchase whose outcome is unknown: ask again now, adopt a booking, or take it that there is
 * none. Audited before it is acted on. Codes: NOT_FOUND, NOT_ALLOWED, REQUIRED, CONFLICT, ACCOUNT_NOT_READY, CARRIER_*.
 */
export function resolvePurchase(deps: ShippingDeps, actor: Actor, input: ResolveInput): Promise<Result<LabelPurchase>> {
  return settle(async () => {
    const purchase = await findUndecided(deps, actor, input.purchaseId);
    if (input.decision === "ADOPT" && !input.trackingNumber)
      refuse("REQUIRED", "Give a tracking number of the booking.", ["input", "trackingNumber"]);
    await audit(deps, actor, input);
    await decisions[input.decision](deps, actor, purchase, input);
    return (await findPurchase(deps, actor, { id: purchase.id }))!;
  });
}

async function findUndecided(deps: ShippingDeps, actor: Actor, id: string): Promise<LabelPurchase> {
  const field = ["input", "purchaseId"];
  const purchase = await findPurchase(deps, actor, { id });
  if (purchase === null) refuse("NOT_FOUND", `There is no purchase ${id}.`, field);
  const isUndecided = purchase.state === "UNKNOWN" || (await isOverdue(deps, purchase));
  if (!isUndecided) refuse("NOT_ALLOWED", `Nothing is to be decided: the purchase is ${purchase.state}.`, field);
  return purchase;
}

/** By the database's clock: a server whose clock runs ahead must not end what is still on its way. */
async function isOverdue(deps: ShippingDeps, { tenantId, id }: LabelPurchase): Promise<boolean> {
  const overdue = `select 1 from label_purchase
    where id = $1 and state = 'PENDING' and started_at < now() - make_interval(secs => $2)`;
  const rows: unknown[] = await readInTenant(deps.database, tenantId, (manager) =>
    manager.query(overdue, [id, deps.timings.reconcileAfter]),
  );
  return rows.length > 0;
}

function audit(
  deps: ShippingDeps,
  actor: Actor,
  { purchaseId, decision, reason, trackingNumber }: ResolveInput,
): Promise<void> {
  const entry = {
    purchaseId,
    decision,
    reason: [trackingNumber, reason].filter(Boolean).join(": ") || null,
  };
  return inTenant(deps.database, actor.tenantId, (manager) => recordDecision(manager, actor, entry));
}

type Decide = (deps: ShippingDeps, actor: Actor, purchase: LabelPurchase, input: ResolveInput) => Promise<void>;

const checkNow: Decide = async (deps, actor, purchase) => {
  await reconcilePurchase(deps, await takeTurnNow(deps, actor.tenantId, purchase.id));
};

const adopt: Decide = (deps, actor, purchase, { trackingNumber }) =>
  adoptNamed(deps, actor, purchase, trackingNumber as string);

const notCreated: Decide = async (deps, actor, purchase) => {
  await inTenant(deps.database, actor.tenantId, async (manager) => {
    await giveUpWaiting(manager, purchase);
    await markNotCreated(manager, purchase, 0);
  });
};

const decisions: Record<ResolveInput["decision"], Decide> = {
  CHECK_NOW: checkNow,
  ADOPT: adopt,
  NOT_CREATED: notCreated,
};
