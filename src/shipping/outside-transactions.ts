import { currentBudget, whileAside } from "../admission/work.js";
import type { CarrierAdapter } from "../carrier/adapter.js";
import { assertNoOpenTransaction } from "../database/tenant-transaction.js";
import { inSpan } from "../telemetry/spans.js";
import { aroundCalls } from "./carrier-calls.js";

/**
 * The adapter, every call of which throws while a transaction of this request is open: rows would stay locked, and a
 * connection taken, for as long as the carrier thinks. Meanwhile the request holds no place among those at work. Each
 * counts in its request's budget, which throws before anything is sent, and is a span of its trace.
 */
export function outsideTransactions(adapter: CarrierAdapter): CarrierAdapter {
  return aroundCalls(adapter, (call, name) => (...args) => {
    assertNoOpenTransaction(`${adapter.name} was to be asked (${name})`);
    const endCall = currentBudget()?.beginCall();
    return inSpan(`carrier ${name}`, {}, () => whileAside(async () => call(...args))).finally(endCall);
  });
}
