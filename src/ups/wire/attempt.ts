import { randomUUID } from "node:crypto";
import type { CallContext, CarrierAccountAccess, Urgency } from "../../carrier/account-access.js";
import type { CallLog, CarrierOperation, Clock } from "../../carrier/ports.js";
import { classify, type Verdict } from "./classify.js";
import { headersOf } from "./declared-names.js";
import { exchange } from "./exchange.js";
import type { Lane, Pools } from "./pools.js";
import type { WireRequest } from "./wire.js";

/** On whose behalf, where to and until when (`performance.now()`) requests are made. */
export interface Conversation {
  account: CarrierAccountAccess;
  origin: string;
  context: CallContext;
  urgency: Urgency;
  deadline: number;
  /** What has not left by then does not leave any more. */
  leaveBy: number;
}

export interface AttemptOptions {
  pools: Pools;
  calls: CallLog;
  clock: Clock;
  maxBodyBytes: number;
}

const transactionSource = "shipping-subgraph";

/** One logged HTTP attempt under a `transId` of its own, which UPS's support asks for. */
export async function attempt(
  options: AttemptOptions,
  { account, origin, context, deadline }: Conversation,
  { operation, lane }: { operation: CarrierOperation; lane: Lane },
  request: WireRequest,
): Promise<Verdict> {
  const transactionId = randomUUID().replaceAll("-", "");
  const ours = headersOf("SHIP", { transId: transactionId, transactionSrc: transactionSource });
  const headers = { ...request.headers, ...ours };
  const startedAt = options.clock.now();
  const start = performance.now();
  const limits = { timeoutMs: Math.max(1, Math.floor(deadline - start)), maxBodyBytes: options.maxBodyBytes };
  const result = await exchange(options.pools.get(origin, lane), { ...request, headers }, limits);
  const verdict = classify(result, options.clock.now());
  options.calls.record({
    tenantId: account.tenantId,
    accountId: account.accountId,
    purchaseId: context.purchaseId,
    operation,
    startedAt,
    durationMs: Math.round(performance.now() - start),
    httpStatus: result.kind === "ANSWER" ? result.status : null,
    carrierErrorCode: verdict.kind === "OK" ? null : (verdict.errors[0]?.code ?? null),
    transactionId,
    carrierTransactionId: result.kind === "ANSWER" ? result.carrierTransactionId : null,
  });
  return verdict;
}
