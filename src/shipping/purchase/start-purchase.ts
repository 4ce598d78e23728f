import { overloaded } from "../../admission/overloaded.js";
import { asSending, currentBudget, partyOf } from "../../admission/work.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { reach } from "../../failpoints.js";
import { inSpan } from "../../telemetry/spans.js";
import { loadAccount } from "../account/load-account.js";
import { purchases } from "../booking/purchase-states.js";
import { claimOnce } from "../claim/claim-once.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { fingerprint } from "../fingerprint.js";
import { refuse, refuseAny } from "../result.js";
import { forBuying } from "../urgency.js";
import { needsPrice } from "./accepted-price.js";
import { adoptFound } from "./adopt-found.js";
import { askFirst } from "./ask-first.js";
import { assemblePurchase, planFingerprint } from "./assemble-purchase.js";
import { checkPrice } from "./check-price.js";
import { type ClaimedPurchase, claimPurchase } from "./claim-purchase.js";
import type { ClaimTerms, Need, PricedPlan } from "./claim-terms.js";
import { checkPurchaseInput, type PurchaseInput } from "./purchase-input.js";
import { recheckLocation } from "./recheck-location.js";
import { sendPurchase } from "./send-purchase.js";

/** The purchase that the key stands for, and what this request does about it. */
export interface StartedPurchase {
  purchase: LabelPurchase;
  /** `sent` resolves when the outcome is written down. Null: the purchase is another request's; nothing was sent for this. */
  own: { claim: ClaimedPurchase; sent: Promise<void> } | null;
}

/**
 * Claims the purchase and sends it, at most once per key, whatever crashes; gives it at once, while the carrier is being
 * asked. Safe to repeat with the same key and input. Throws a `Refusal`, then there is no purchase and no shipment.
 */
export async function startPurchase(
  allDeps: ShippingDeps,
  actor: Actor,
  input: PurchaseInput,
): Promise<StartedPurchase> {
  const deps = forBuying(allDeps);
  refuseAny(checkPurchaseInput(input));
  const { idempotencyKey, ...parameters } = input;
  const request = { idempotencyKey, requestFingerprint: fingerprint(parameters) };
  const claimed = await inSpan("purchase claim", {}, () =>
    claimOnce(deps, actor, purchases, request, () => {
      if (!deps.isSelling)
        refuse("SALES_PAUSED", "Nothing is bought at the moment: repeat it later with the same key.");
      currentBudget()?.takeCall();
      return withPlace(deps, actor, async () => {
        // Known before the shipment is read: one transaction less. In doubt the carrier is asked something else first.
        const isPriced = needsPrice(input) && !deps.ledger.isDoubtful;
        const priced = isPriced ? await priceChecked(deps, actor, input) : null;
        return claimChecked(deps, actor, input, { request, priced, checkedLocationId: null, lookedUp: null });
      });
    }),
  );
  if ("earlier" in claimed) return { purchase: claimed.earlier, own: null };
  const { claim, leave } = claimed.own;
  currentBudget()?.settleWhatFollows();
  reach("purchase.claimed", claim.purchase.id);
  if (claim.plan.details.returnService !== null) reach("return.claimed", claim.purchase.id);
  const { found } = claim;
  const send = () => (found ? adoptFound(deps, claim, found) : sendPurchase(deps, claim));
  const sent = asSending(send).finally(leave);
  deps.background.run(sent);
  return { purchase: claim.purchase, own: { claim, sent } };
}

/** Claims only what there is a place at the carrier for: what is claimed waits for no other. Throws OVERLOADED. */
async function withPlace(
  { purchasePlaces, timings }: ShippingDeps,
  { tenantId }: Actor,
  makeClaim: () => Promise<ClaimedPurchase>,
): Promise<{ claim: ClaimedPurchase; leave: () => void }> {
  const leave = await purchasePlaces.take(partyOf(tenantId), (timings.answerWithin * 1000) / 2);
  if (leave === null) throw overloaded("Too many purchases wait for the carrier at the moment. Nothing was bought.");
  try {
    return { claim: await makeClaim(), leave };
  } catch (error) {
    leave();
    throw error;
  }
}

/** Claims; what the claim needs is asked outside the transaction, and then it is claimed again. */
async function claimChecked(
  deps: ShippingDeps,
  actor: Actor,
  input: PurchaseInput,
  terms: ClaimTerms,
): Promise<ClaimedPurchase> {
  const claimed = await claimPurchase(deps, actor, input, terms);
  if (claimed.kind === "CLAIMED") return claimed;
  return claimChecked(deps, actor, input, await fulfilled(deps, actor, input, terms, claimed));
}

/** The terms with what was needed, once each: whoever changes the shipment all the while is refused. */
async function fulfilled(
  deps: ShippingDeps,
  actor: Actor,
  input: PurchaseInput,
  terms: ClaimTerms,
  need: Need,
): Promise<ClaimTerms> {
  if (need.kind === "LOOK_UP_NEEDED") return { ...terms, lookedUp: { found: await askFirst(deps, actor, need.key) } };
  if (need.kind === "PRICE_NEEDED") return { ...terms, priced: await priceChecked(deps, actor, input) };
  if (terms.checkedLocationId !== null) refuseChanged();
  return { ...terms, checkedLocationId: await recheckLocation(deps, actor, need.location) };
}

/** Another access point was chosen while the carrier was asked about the one before. */
function refuseChanged(): never {
  const message = "The shipment was changed while its access point was looked at.";
  refuse("CONFLICT", message, ["input", "shipmentId"]);
}

/** Asks for today's price and refuses when it is above what the caller allows; gives what was priced. */
async function priceChecked(deps: ShippingDeps, actor: Actor, input: PurchaseInput): Promise<PricedPlan> {
  const plan = await inTenant(deps.database, actor.tenantId, (manager) => assemblePurchase(deps, manager, input));
  const loaded = await loadAccount(deps, actor.tenantId, plan.account.id);
  if (loaded === null) refuse("NOT_FOUND", "The carrier account is gone.", plan.field);
  return { plan: planFingerprint(plan), ...(await checkPrice(deps, loaded, plan, input)) };
}
