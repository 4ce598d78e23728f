import { whileAside } from "../admission/work.js";
import type { CarrierAdapter } from "../carrier/adapter.js";
import { assertNoOpenTransaction } from "../database/tenant-transaction.js";
import { inSpan } from "../telemetry/spans.js";
import { aroundCalls } from "./carrier-calls.js";

/**
 * The adapter, every call of which throws while a transaction of this request is open: rows would stay locked, and a
 * connection taken, for as long as the carrier thinks. Meanwhile the request holds no place among those at work. Each is
 * a span of its request's trace.
 */
export function outsideTransactions(adapter: CarrierAdapter): CarrierAdapter {
  return aroundCalls(adapter, (call, name) => (...args) => {
    assertNoOpenTransaction(`${adapter.name} was to be asked (${name})`);
    return inSpan(`carrier ${name}`, {}, () => whileAside(async () => call(...args)));
  });
}
