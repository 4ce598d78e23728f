import type { CarrierAdapter } from "../../src/carrier/adapter.js";

/** The adapter with some of its members replaced, whatever it is made of. */
export function changed(adapter: CarrierAdapter, members: Partial<CarrierAdapter>): CarrierAdapter {
  return Object.assign(Object.create(adapter), members);
}
