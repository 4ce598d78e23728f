import { setTimeout as sleep } from "node:timers/promises";
import type { CarrierOperation } from "../../carrier/ports.js";
import type { Conversation } from "./attempt.js";
import type { BackgroundCalls } from "./background-calls.js";
import type { Verdict } from "./classify.js";
import type { Caller, Repeats } from "./repeat.js";

type RateLimited = Extract<Verdict, { kind: "RATE_LIMITED" }>;

/** What nobody waits for is made when the app's calls have room for it. Null: now. */
export async function waitForLeave(
  background: BackgroundCalls,
  conversation: Conversation,
  { operation }: { operation: CarrierOperation },
): Promise<RateLimited | null> {
  const { account, urgency, context } = conversation;
  if (urgency !== "BACKGROUND") return null;
  const begun = performance.now();
  const waitSeconds = await background.take(account, operation, context.purchaseId !== null);
  // It is UPS's time to answer that is limited.
  conversation.deadline += performance.now() - begun;
  return waitSeconds === 0 ? null : stillQuiet(waitSeconds * 1_000);
}

/**
 * Null: it is over. What UPS said, at once, when its Retry-After outlasts the call's time. Another answer may make it
 * longer meanwhile. Buyers sit nothing out: whatever others were told, and were told themselves, they try once.
 */
export async function sitOutQuietTime(repeats: Repeats, conversation: Conversation): Promise<RateLimited | null> {
  const caller = callerOf(conversation);
  for (;;) {
    const waitMs = repeats.quietWaitMs(caller, conversation.leaveBy);
    if (waitMs === null) return stillQuiet(repeats.quietMs(caller));
    if (waitMs === 0) return null;
    await sleep(waitMs);
  }
}

/** True: it may be sent once more now. */
export async function pauseBeforeRepeat(
  repeats: Repeats,
  conversation: Conversation,
  { isRepeatable }: { isRepeatable: boolean },
  verdict: Verdict,
  count: number,
): Promise<boolean> {
  const about = { ...callerOf(conversation), isRepeatable, attempt: count, deadline: conversation.leaveBy };
  const waitMs = repeats.waitMs(verdict, about);
  if (waitMs !== null) await sleep(waitMs);
  return waitMs !== null;
}

export function callerOf({ account, urgency }: Pick<Conversation, "account" | "urgency">): Caller {
  return { accountId: account.accountId, urgency };
}

/** What UPS said last, without asking it again. */
function stillQuiet(quietMs: number): RateLimited {
  return { kind: "RATE_LIMITED", retryAfterSeconds: Math.ceil(quietMs / 1_000), errors: [] };
}
