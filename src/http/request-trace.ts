import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { RequestHeaders } from "../security/authenticate.js";

const traceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const current = new AsyncLocalStorage<string>();

/** The trace id that the caller gave (W3C `traceparent`), else a fresh one: 32 hexadecimal digits. */
export function traceIdOf(headers: RequestHeaders): string {
  const header = headers.traceparent;
  const [, traceId] = (typeof header === "string" && traceparent.exec(header)) || [];
  return traceId ?? randomBytes(16).toString("hex");
}

/** Runs `work` so that everything in it, errors and log lines, can tell which request it belongs to. */
export function withTraceId<T>(traceId: string, work: () => T): T {
  return current.run(traceId, work);
}

export function currentTraceId(): string | undefined {
  return current.getStore();
}
