import { outsideBudget } from "../../admission/work.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { awaitOutcome } from "./await-outcome.js";
import { buyGeneratedReturn } from "./buy-generated-return.js";
import type { PurchaseInput } from "./purchase-input.js";
import { type StartedPurchase, startPurchase } from "./start-purchase.js";

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
  const deadline = Date.now() + deps.timings.answerWithin * 1000;
  return settle(async () => {
    const { purchase, own } = await startPurchase(deps, actor, input);
    const done = own && outsideBudget(() => withReturn(deps, own));
    if (done) deps.background.run(done);
    return awaitOutcome(deps, actor, purchase, deadline, done);
  });
}

/** The return label comes after the outbound is stored, within the same answer where there is time. */
async function withReturn(deps: ShippingDeps, { claim, sent }: NonNullable<StartedPurchase["own"]>): Promise<void> {
  await sent;
  if (claim.plan.details.options.generateReturnLabel) await buyGeneratedReturn(deps, claim.purchase);
}
