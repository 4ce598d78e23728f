import { isUniqueViolation } from "../../database/is-unique-violation.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { loadAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { findPurchase } from "../find-purchase.js";
import { fingerprint } from "../fingerprint.js";
import { Refusal, type Result, refuse, refused, settle } from "../result.js";
import { assemblePurchase, planFingerprint } from "./assemble-purchase.js";
import { awaitOutcome } from "./await-outcome.js";
import { buyGeneratedReturn } from "./buy-generated-return.js";
import { checkPrice } from "./check-price.js";
import { checkPurchaseInput } from "./check-purchase-input.js";
import { type Claim, type ClaimTerms, claimPurchase, type Need, type PricedPlan } from "./claim-purchase.js";
import type { PurchaseInput } from "./purchase-input.js";
import { recheckLocation } from "./recheck-location.js";
import { sendPurchase } from "./send-purchase.js";

/**
 * Buys the labels of a shipment, at most once per key, whatever crashes. The answer comes within
 * `deps.timings.answerWithin` seconds: PENDING when the carrier needs longer; the purchase goes on all the same.
 * Safe to repeat with the same key and input. What is refused before the claim leaves no purchase and no shipment.
 */
export async function purchaseLabel(
  deps: ShippingDeps,
  actor: Actor,
  input: PurchaseInput,
): Promise<Result<LabelPurchase>> {
  const faults = checkPurchaseInput(input);
  if (faults.length > 0) return refused(...faults);
  const { idempotencyKey, ...parameters } = input;
  const requestFingerprint = fingerprint(parameters);
  const deadline = Date.now() + deps.timings.answerWithin * 1000;
  return settle(async () => {
    const earlier = await findPurchase(deps, actor, { idempotencyKey });
    if (earlier) return resume(deps, actor, earlier, requestFingerprint, deadline);
    const claim = await claimOnce(deps, actor, input, requestFingerprint);
    if (!("kind" in claim)) return resume(deps, actor, claim, requestFingerprint, deadline);
    const sent = sendPurchase(deps, claim).then(() => withReturn(deps, claim));
    deps.background.run(sent);
    return awaitOutcome(deps, actor, claim.purchase, deadline, sent);
  });
}

/** The return label comes after the outbound is stored, within the same answer where there is time. */
async function withReturn(deps: ShippingDeps, { purchase, plan }: Claim): Promise<void> {
  if (plan.details.options.generateReturnLabel) await buyGeneratedReturn(deps, purchase, purchaseLabel);
}

/** The purchase of another request when that took the key, and perhaps the shipment with it, at the same moment. */
async function claimOnce(
  deps: ShippingDeps,
  actor: Actor,
  input: PurchaseInput,
  requestFingerprint: string,
): Promise<Claim | LabelPurchase> {
  try {
    const priced = input.maxTotalPrice ? await priceChecked(deps, actor, input) : null;
    return await claimChecked(deps, actor, input, { requestFingerprint, priced, checkedLocationId: null });
  } catch (error) {
    const isKeyTaken = isUniqueViolation(error, "label_purchase_idempotency_key_unique");
    if (!isKeyTaken && !(error instanceof Refusal)) throw error;
    const purchase = await findPurchase(deps, actor, { idempotencyKey: input.idempotencyKey });
    if (purchase) return purchase;
    if (isKeyTaken) refuseHeldKey();
    throw error;
  }
}

/** Claims; what the claim needs is asked outside the transaction, and then it is claimed again. */
async function claimChecked(deps: ShippingDeps, actor: Actor, input: PurchaseInput, terms: ClaimTerms): Promise<Claim> {
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
  const price = await checkPrice(deps, loaded, plan, input.maxTotalPrice ?? null);
  return { plan: planFingerprint(plan), price };
}

function resume(
  deps: ShippingDeps,
  actor: Actor,
  purchase: LabelPurchase,
  requestFingerprint: string,
  deadline: number,
): Promise<LabelPurchase> {
  if (purchase.requestFingerprint !== requestFingerprint) {
    const message = "The key was used before with other input: use a new one for a new intent.";
    refuse("IDEMPOTENCY_KEY_REUSED", message, ["input", "idempotencyKey"]);
  }
  return awaitOutcome(deps, actor, purchase, deadline, null);
}

/** The winner of the race has given the key back already: its purchase provably never reached the carrier. */
function refuseHeldKey(): never {
  refuse("CONFLICT", "Another request held the key: repeat this one.", ["input", "idempotencyKey"]);
}
