import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

/** Of one list of a method. */
export const mostEntries = 200;

/** INVALID for a list that is too long, for entries listed twice, and for what `problemOf` says of an entry. */
export function checkList(
  entries: readonly string[],
  at: string[],
  problemOf: (entry: string) => string | null,
): ShippingUserError[] {
  if (entries.length > mostEntries) return [userError("INVALID", `At most ${mostEntries} entries are kept.`, at)];
  return entries.flatMap((entry, index) => {
    const problem = problemOf(entry) ?? (entries.indexOf(entry) < index ? `${entry} is listed twice.` : null);
    return problem === null ? [] : [userError("INVALID", problem, [...at, String(index)])];
  });
}
