import type { SpendOutcome } from "../../carrier/outcome.js";
import type { ShippingDeps } from "../deps.js";

/**
 * Sends what was claimed at `claimedAt` (`performance.now()`, read before the claim was written), once. A claim that has
 * waited too long is not sent: it could still be on its way when it is looked up, and be given up for not sent.
 */
export async function sendInTime<T>(
  { timings }: Pick<ShippingDeps, "timings">,
  claimedAt: number,
  send: () => Promise<SpendOutcome<T>>,
): Promise<SpendOutcome<T>> {
  const isStale = performance.now() - claimedAt > timings.sendWithin * 1000;
  return isStale ? notSent("The server was too busy to send it in time.") : send();
}

/** Seconds after which a claim that has not left by then never will, as far as its server can tell: it is looked at. */
export function firstLookAfter({ sendWithin, reconcileAfter }: ShippingDeps["timings"]): number {
  return Math.min(sendWithin + 5, reconcileAfter);
}

/** It never left. */
export function notSent(message: string): SpendOutcome<never> {
  return { kind: "NOT_SENT", reason: "UNREACHABLE", message, retryAfterSeconds: null, messages: [] };
}
