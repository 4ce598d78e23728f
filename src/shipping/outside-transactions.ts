import type { CarrierAdapter } from "../carrier/adapter.js";
import { assertNoOpenTransaction } from "../database/tenant-transaction.js";
import { aroundCalls } from "./carrier-calls.js";

/**
 * The adapter, every call of which throws while a transaction of this request is open: rows would stay locked, and a
 * connection taken, for as long as the carrier thinks.
 */
export function outsideTransactions(adapter: CarrierAdapter): CarrierAdapter {
  return aroundCalls(adapter, (call, name) => (...args) => {
    assertNoOpenTransaction(`${adapter.name} was to be asked (${name})`);
    return call(...args);
  });
}
