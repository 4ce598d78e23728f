import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import type { Postponed } from "./why-postponed.js";

/** One error that says when to try again; none where nothing is postponed. */
export function postponedErrors(postponed: Postponed[]): ShippingUserError[] {
  if (postponed.length === 0) return [];
  const instants = postponed.flatMap(({ retryAt }) => retryAt ?? []).sort();
  const when = instants.length === 0 ? "later" : `after ${instants.at(-1)}`;
  const message = `${postponed.length} could not be erased yet: postponed says why. Repeat the call ${when}.`;
  return [userError("ERASURE_POSTPONED", message, ["input"])];
}
