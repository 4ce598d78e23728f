import type { CarrierAccountAccess } from "../carrier/account-access.js";
import type { CarrierAdapter } from "../carrier/adapter.js";
import { assertNoOpenTransaction } from "../database/tenant-transaction.js";

type Call = (account: CarrierAccountAccess, ...rest: never[]) => Promise<unknown>;
type CallName = { [K in keyof CarrierAdapter]: CarrierAdapter[K] extends Call ? K : never }[keyof CarrierAdapter];

/** All of the port that goes over the network: the compiler says when one is missing. */
const calls: Record<CallName, true> = {
  rate: true,
  ship: true,
  voidShipment: true,
  recoverLabels: true,
  findByReference: true,
  track: true,
  uploadDocument: true,
  pushDocuments: true,
  deleteDocument: true,
  findLocations: true,
  validateAddress: true,
  checkProducts: true,
};

/**
 * The adapter, every call of which throws while a transaction of this request is open: rows would stay locked, and a
 * connection taken, for as long as the carrier thinks.
 */
export function outsideTransactions(adapter: CarrierAdapter): CarrierAdapter {
  const guarded = Object.keys(calls).map((name) => {
    const call = adapter[name as CallName].bind(adapter) as (...args: unknown[]) => Promise<unknown>;
    return [name, (...args: unknown[]) => callOutside(adapter, name, () => call(...args))];
  });
  return Object.assign(Object.create(adapter), Object.fromEntries(guarded));
}

function callOutside<T>({ name: carrier }: CarrierAdapter, name: string, call: () => T): T {
  assertNoOpenTransaction(`${carrier} was to be asked (${name})`);
  return call();
}
