import type { Urgency } from "../../carrier/account-access.js";
import type { CarrierOperation } from "../../carrier/ports.js";
import { recordDuration } from "../../telemetry/instruments.js";
import type { Span } from "../../telemetry/spans.js";
import type { Verdict } from "./classify.js";
import type { WireRequest, WireResult } from "./wire.js";

interface ObservedCall {
  operation: CarrierOperation;
  urgency: Urgency;
  method: WireRequest["method"];
  /** `performance.now()`. */
  start: number;
  result: WireResult;
  verdict: Verdict;
  transactionId: string;
}

/** What an operator sees of a call: never its path, which holds numbers of shipments, nor what UPS wrote. */
export function observeCall(
  span: Span,
  { operation, urgency, method, start, result, verdict, transactionId }: ObservedCall,
): void {
  const status = { "http.response.status_code": result.kind === "ANSWER" ? result.status : undefined };
  const failure = failureOf(verdict);
  span.set({ ...status, "ups.trans_id": transactionId });
  if (failure !== undefined) span.fail(failure);
  const what = { "carrier.operation": operation, "carrier.urgency": urgency, "http.request.method": method };
  recordDuration("carrierCall", start, { ...what, ...status, "error.type": failure });
}

function failureOf(verdict: Verdict): string | undefined {
  if (verdict.kind === "OK") return undefined;
  return verdict.kind === "FAULT" ? verdict.reason : verdict.kind;
}
