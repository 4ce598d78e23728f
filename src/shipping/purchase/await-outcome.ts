import { setTimeout as sleep } from "node:timers/promises";
import { whileAside } from "../../admission/work.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { findPurchase } from "../find-purchase.js";

const pollMs = 250;

/**
 * The purchase as it stands when it leaves PENDING, or at the deadline. `sent`: the work of this very process, which
 * is waited for; null: another request's, which is looked up now and then.
 */
export async function awaitOutcome(
  deps: ShippingDeps,
  actor: Actor,
  purchase: LabelPurchase,
  deadline: number,
  sent: Promise<unknown> | null,
): Promise<LabelPurchase> {
  if (sent) await Promise.race([sent, sleep(Math.max(0, deadline - Date.now()), undefined, { ref: false })]);
  for (;;) {
    const now = (await findPurchase(deps, actor, { id: purchase.id })) ?? purchase;
    if (now.state !== "PENDING" || sent || Date.now() + pollMs > deadline) return now;
    await whileAside(() => sleep(pollMs));
  }
}
