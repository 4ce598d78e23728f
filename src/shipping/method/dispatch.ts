import { dispatchedAtOnce, type StoredDispatch } from "../../entities/values/stored-method-rules.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { InputOf } from "../input-of.js";
import { userError } from "../user-error.js";
import { checkList } from "./check-list.js";
import { mergeParts } from "./merge-parts.js";

export type DispatchInput = InputOf<StoredDispatch>;

export const mostHandlingDays = 90;

/** What is given over what is stored; null empties. */
export function dispatch(input: DispatchInput | null | undefined, stored: StoredDispatch): StoredDispatch {
  const merged = mergeParts(dispatchedAtOnce, stored, input);
  return { ...merged, timeZone: merged.timeZone?.trim() || null };
}

/** INVALID at the place of whatever cannot be meant. */
export function checkDispatch({ handlingDays, timeZone, blackoutDays }: StoredDispatch, at: string[]) {
  const errors: ShippingUserError[] = [];
  if (handlingDays < 0 || handlingDays > mostHandlingDays) {
    errors.push(userError("INVALID", `Handling takes 0 to ${mostHandlingDays} days.`, [...at, "handlingDays"]));
  }
  if (timeZone !== null && !isTimeZone(timeZone)) {
    errors.push(userError("INVALID", "This is no time zone of the IANA database.", [...at, "timeZone"]));
  }
  return [...errors, ...checkList(blackoutDays, [...at, "blackoutDays"], () => null)];
}

/** Names only: what is written as an offset knows no summer time. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
