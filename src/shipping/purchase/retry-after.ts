import type { LabelPurchase } from "../../entities/label-purchase.js";

const whilePending = 2;
const shortest = 5;

/** Seconds after which asking about an open purchase can tell something new; null when it has ended. */
export function retryAfterSeconds(
  { state, nextCheckAt }: Pick<LabelPurchase, "state" | "nextCheckAt">,
  now: Date,
): number | null {
  if (state === "PENDING") return whilePending;
  if (state !== "UNKNOWN") return null;
  const untilCheck = nextCheckAt === null ? 0 : (Date.parse(nextCheckAt) - now.getTime()) / 1000;
  return Math.max(shortest, Math.ceil(untilCheck));
}
