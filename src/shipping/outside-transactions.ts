import type { CarrierAccountAccess } from "../carrier/account-access.js";
import type { CarrierAdapter } from "../carrier/adapter.js";
import { assertNoOpenTransaction } from "../database/tenant-transaction.js";

/** The members of `T` that ask the carrier for an account. */
type CallsOf<T> = {
  [K in keyof T as T[K] extends (...values: infer Given) => Promise<unknown>
    ? Given extends [CarrierAccountAccess, ...unknown[]]
      ? K
      : never
    : never]: true;
};

/** What a carrier may lack, where it asks the carrier too. */
type CapabilityCalls<T> = {
  [K in keyof T as NonNullable<T[K]> extends object
    ? [keyof CallsOf<NonNullable<T[K]>>] extends [never]
      ? never
      : K
    : never]: CallsOf<NonNullable<T[K]>>;
};

/** All of the port that goes over the network: the compiler says when one is missing. */
const calls: CallsOf<CarrierAdapter> & CapabilityCalls<CarrierAdapter> = {
  rate: true,
  ship: true,
  voidShipment: true,
  recoverLabels: true,
  findByReference: true,
  track: true,
  checkProducts: true,
  locations: { find: true },
  documents: { upload: true, push: true, delete: true },
  addressValidation: { validate: true },
};

/**
 * The adapter, every call of which throws while a transaction of this request is open: rows would stay locked, and a
 * connection taken, for as long as the carrier thinks.
 */
export function outsideTransactions(adapter: CarrierAdapter): CarrierAdapter {
  return guarded(adapter, calls, adapter.name);
}

type Names = { [name: string]: true | Names };
type Member = ((...args: unknown[]) => unknown) | object | null;

function guarded<T extends object>(part: T, names: Names, carrier: string): T {
  const members = Object.entries(names).map(([name, nested]) => {
    const member = part[name as keyof T] as Member;
    if (typeof member === "function") return [name, outside(member.bind(part), name, carrier)];
    return [name, member && nested !== true ? guarded(member, nested, carrier) : member];
  });
  return Object.assign(Object.create(part), Object.fromEntries(members));
}

function outside(call: (...args: unknown[]) => unknown, name: string, carrier: string) {
  return (...args: unknown[]) => {
    assertNoOpenTransaction(`${carrier} was to be asked (${name})`);
    return call(...args);
  };
}
