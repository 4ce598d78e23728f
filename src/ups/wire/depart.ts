import { partyOf } from "../../admission/work.js";
import { type AttemptOptions, attempt, type Conversation, withheld } from "./attempt.js";
import type { Verdict } from "./classify.js";

/**
 * An attempt that may change something at UPS. It waits for a connection first: only then its caller writes down that it
 * leaves, so that nothing is taken for sent that only waited in a queue. UPS has its whole time to answer, however long that
 * took; what could not leave in time does not leave at all.
 */
export async function depart(
  options: AttemptOptions,
  conversation: Conversation,
  call: Parameters<typeof attempt>[2],
  request: Parameters<typeof attempt>[3],
): Promise<Verdict> {
  const { account, origin, context, leaveBy } = conversation;
  const begun = performance.now();
  const release = await options.pools.places(origin, call.lane).take(partyOf(account.tenantId), leaveBy - begun);
  if (release === null) return withheld("UNREACHABLE", "every connection was taken for too long");
  try {
    const mayLeave = context.mayLeave === undefined || (await context.mayLeave());
    if (!mayLeave) return withheld("UNREACHABLE", "it was not sent");
    const leavesAt = performance.now();
    if (leavesAt > leaveBy) return withheld("UNREACHABLE", "leave to send it came too late");
    conversation.deadline += leavesAt - begun;
    return await attempt(options, conversation, call, request);
  } finally {
    release();
  }
}
