import {
  dispatchedAtOnce,
  type StoredDispatch,
  type StoredTransitDays,
} from "../../entities/values/stored-method-rules.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { InputOf } from "../input-of.js";
import { isTimeZone } from "../is-time-zone.js";
import { userError } from "../user-error.js";
import { checkList } from "./check-list.js";
import { mergeParts } from "./merge-parts.js";

export type DispatchInput = InputOf<StoredDispatch>;

export const mostHandlingDays = 90;
export const mostTransitDays = 90;

/** Of a method that is told nothing: its parcels leave at once, and it promises no days of its own. */
export const plainDispatch: StoredDispatch = { ...dispatchedAtOnce, transitDays: null };

/** What is given over what is stored; null empties. */
export function dispatch(input: DispatchInput | null | undefined, stored: StoredDispatch): StoredDispatch {
  const merged = mergeParts(plainDispatch, stored, input);
  const { timeZone, transitDays } = merged;
  return {
    ...merged,
    timeZone: timeZone?.trim() || null,
    transitDays: transitDays ? { min: transitDays.min, max: transitDays.max } : null,
  };
}

/** INVALID at the place of whatever cannot be meant. */
export function checkDispatch(dispatch: StoredDispatch, at: string[]): ShippingUserError[] {
  const { handlingDays, timeZone, blackoutDays, transitDays } = dispatch;
  const errors = transitDays ? checkTransit(transitDays, [...at, "transitDays"]) : [];
  if (handlingDays < 0 || handlingDays > mostHandlingDays) {
    errors.push(userError("INVALID", `Handling takes 0 to ${mostHandlingDays} days.`, [...at, "handlingDays"]));
  }
  if (timeZone !== null && !isTimeZone(timeZone)) {
    errors.push(userError("INVALID", "This is no time zone of the IANA database.", [...at, "timeZone"]));
  }
  return [...errors, ...checkList(blackoutDays, [...at, "blackoutDays"], () => null)];
}

function checkTransit({ min, max }: StoredTransitDays, at: string[]): ShippingUserError[] {
  if (min < 0) return [userError("INVALID", "The fewest days are zero or more.", [...at, "min"])];
  if (max >= min && max <= mostTransitDays) return [];
  return [userError("INVALID", `The most days are ${min} to ${mostTransitDays}.`, [...at, "max"])];
}
