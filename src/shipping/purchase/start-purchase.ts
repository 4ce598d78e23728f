import { isUniqueViolation } from "../../database/is-unique-violation.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { loadAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { findPurchase } from "../find-purchase.js";
import { fingerprint } from "../fingerprint.js";
import { Refusal, refuse, refuseAny } from "../result.js";
import { assemblePurchase, planFingerprint } from "./assemble-purchase.js";
import { checkPrice } from "./check-price.js";
import { checkPurchaseInput } from "./check-purchase-input.js";
import { type Claim, type ClaimTerms, claimPurchase, type Need, type PricedPlan } from "./claim-purchase.js";
import type { PurchaseInput } from "./purchase-input.js";
import { recheckLocation } from "./recheck-location.js";
import { sendPurchase } from "./send-purchase.js";

/** The purchase that the key stands for, and what this request does about it. */
export interface StartedPurchase {
  purchase: LabelPurchase;
  /** `sent` resolves when the outcome is written down. Null: the purchase is another request's; nothing was sent for this. */
  own: { claim: Claim; sent: Promise<void> } | null;
}

/**
 * Claims the purchase and sends it, at most once per key, whatever crashes; gives it at once, while the carrier is being
 * asked. Safe to repeat with the same key and input. Throws a `Refusal`, then there is no purchase and no shipment.
 */
export async function startPurchase(deps: ShippingDeps, actor: Actor, input: PurchaseInput): Promise<StartedPurchase> {
  refuseAny(checkPurchaseInput(input));
  const { idempotencyKey, ...parameters } = input;
  const requestFingerprint = fingerprint(parameters);
  const earlier = await findPurchase(deps, actor, { idempotencyKey });
  const claim = earlier ?? (await claimOnce(deps, actor, input, requestFingerprint));
  if (!("kind" in claim)) return { purchase: sameRequest(claim, requestFingerprint), own: null };
  const sent = sendPurchase(deps, claim);
  deps.background.run(sent);
  return { purchase: claim.purchase, own: { claim, sent } };
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

function sameRequest(purchase: LabelPurchase, requestFingerprint: string): LabelPurchase {
  if (purchase.requestFingerprint === requestFingerprint) return purchase;
  const message = "The key was used before with other input: use a new one for a new intent.";
  refuse("IDEMPOTENCY_KEY_REUSED", message, ["input", "idempotencyKey"]);
}

/** The winner of the race has given the key back already: its purchase provably never reached the carrier. */
function refuseHeldKey(): never {
  refuse("CONFLICT", "Another request held the key: repeat this one.", ["input", "idempotencyKey"]);
}
