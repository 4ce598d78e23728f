import type { Actor, ShippingDeps } from "../deps.js";
import type { Erasure } from "./erasure.js";
import type { Search } from "./erasure-input.js";

/** For whoever has to show that it was done: by whom and how much, and never of whom. */
export function tellErasure(
  { log }: Pick<ShippingDeps, "log">,
  { tenantId, subject }: Actor,
  search: Search,
  { counts, postponed, isComplete }: Erasure,
): void {
  const by = Object.keys(search)[0];
  log.info("Personal data was erased.", { tenantId, subject, by, counts, postponed: postponed.length, isComplete });
}
