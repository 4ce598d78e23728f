import { AsyncLocalStorage } from "node:async_hooks";
import { activeSpanIds } from "./spans.js";

/** What a request's log lines, errors and answer are found by. */
export interface RequestIds {
  requestId: string;
  /** 32 hexadecimal digits. */
  traceId: string;
}

const current = new AsyncLocalStorage<RequestIds>();

/** Runs `work` so that everything in it, errors and log lines, can tell which request it belongs to. */
export function withRequestIds<T>(ids: RequestIds, work: () => T): T {
  return current.run(ids, work);
}

export function currentRequestIds(): RequestIds | undefined {
  return current.getStore();
}

/** What each log line says of where it was written, in the names that OpenTelemetry gives them. */
export function correlation(): Record<string, string> {
  const ids = current.getStore();
  const span = activeSpanIds();
  const traceId = span?.traceId ?? ids?.traceId;
  return {
    ...(traceId !== undefined && { trace_id: traceId }),
    ...(span && { span_id: span.spanId }),
    ...(ids && { requestId: ids.requestId }),
  };
}
