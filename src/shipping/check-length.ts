import type { ShippingUserError } from "../entities/values/user-error.js";
import { userError } from "./user-error.js";

/** Of names and keys that people give things, in characters without surrounding blanks. */
export const longestText = 255;

/** TOO_LONG at `field` for a text that is longer than what is kept; nothing is cut. */
export function checkLength(text: string | null | undefined, field: string[]): ShippingUserError[] {
  return (text?.trim().length ?? 0) <= longestText
    ? []
    : [userError("TOO_LONG", `At most ${longestText} characters are kept.`, field)];
}
