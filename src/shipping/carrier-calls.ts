import type { CarrierAccountAccess } from "../carrier/account-access.js";
import type { CarrierAdapter } from "../carrier/adapter.js";

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

type Call = (...args: unknown[]) => unknown;

/** The adapter, every call of which goes through `around`, which is told its name in the port. */
export function aroundCalls(adapter: CarrierAdapter, around: (call: Call, name: string) => Call): CarrierAdapter {
  return wrapped(adapter, calls, around);
}

type Names = { [name: string]: true | Names };
type Member = Call | object | null;

function wrapped<T extends object>(part: T, names: Names, around: (call: Call, name: string) => Call): T {
  const members = Object.entries(names).map(([name, nested]) => {
    const member = part[name as keyof T] as Member;
    if (typeof member === "function") return [name, around(member.bind(part) as Call, name)];
    return [name, member && nested !== true ? wrapped(member, nested, around) : member];
  });
  return Object.assign(Object.create(part), Object.fromEntries(members));
}
