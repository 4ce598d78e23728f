import { randomUUID } from "node:crypto";
import { partyOf } from "../../admission/work.js";
import type { CallContext, CarrierAccountAccess, Urgency } from "../../carrier/account-access.js";
import type { CallLog, CarrierOperation, Clock } from "../../carrier/ports.js";
import { inSpan, type Span } from "../../telemetry/spans.js";
import { classify, type Fault, type Verdict } from "./classify.js";
import { headersOf } from "./declared-names.js";
import { exchange } from "./exchange.js";
import { observeCall } from "./observe-call.js";
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
  /** How often was asked so far. */
  attempts?: number;
}

export interface AttemptOptions {
  pools: Pools;
  calls: CallLog;
  clock: Clock;
  maxBodyBytes: number;
}

const transactionSource = "shipping-subgraph";

/** An attempt that waits for a connection first, fairly between tenants. */
export async function attemptInTurn(
  options: AttemptOptions,
  conversation: Conversation,
  call: AttemptedCall,
  request: WireRequest,
): Promise<Verdict> {
  const { account, origin, deadline } = conversation;
  const places = options.pools.places(origin, call.lane);
  const release = await places.take(partyOf(account.tenantId), deadline - performance.now());
  if (release === null) return withheld("TIMEOUT", "every connection was taken for too long");
  try {
    return await attempt(options, conversation, call, request);
  } finally {
    release();
  }
}

/** Nothing of it left. */
export function withheld(reason: Fault["reason"], message: string): Verdict {
  return { kind: "FAULT", reason, message, isProcessed: "NO", isRepeatable: false, errors: [] };
}

interface AttemptedCall {
  operation: CarrierOperation;
  lane: Lane;
}

/**
 * One logged HTTP attempt under a `transId` of its own, which UPS's support asks for. Its span is not told to UPS: there
 * is no header for it in UPS's specifications, and it is the `transId` that joins both sides.
 */
export function attempt(
  options: AttemptOptions,
  conversation: Conversation,
  call: AttemptedCall,
  request: WireRequest,
): Promise<Verdict> {
  const resends = conversation.attempts ?? 0;
  conversation.attempts = resends + 1;
  const attributes = {
    ...{ "http.request.method": request.method, "server.address": new URL(conversation.origin).hostname },
    ...{ "carrier.operation": call.operation, "carrier.urgency": conversation.urgency },
    "http.request.resend_count": resends,
  };
  return inSpan(`UPS ${call.operation}`, { kind: "CLIENT", attributes }, (span) =>
    exchangeOnce(options, conversation, call, request, span),
  );
}

async function exchangeOnce(
  options: AttemptOptions,
  { account, origin, context, urgency, deadline }: Conversation,
  { operation, lane }: AttemptedCall,
  request: WireRequest,
  span: Span,
): Promise<Verdict> {
  const transactionId = randomUUID().replaceAll("-", "");
  const ours = headersOf("SHIP", { transId: transactionId, transactionSrc: transactionSource });
  const headers = { ...request.headers, ...ours };
  const startedAt = options.clock.now();
  const start = performance.now();
  const limits = { timeoutMs: Math.max(1, Math.floor(deadline - start)), maxBodyBytes: options.maxBodyBytes };
  const result = await exchange(options.pools.get(origin, lane), { ...request, headers }, limits);
  const verdict = classify(result, options.clock.now());
  observeCall(span, { operation, urgency, method: request.method, start, result, verdict, transactionId });
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
