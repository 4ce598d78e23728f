import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

export const mostTags = 20;
export const longestTag = 50;

/** INVALID for more tags than are kept or one that nobody could read, TOO_LONG for one that does not fit. */
export function checkTags(tags: readonly string[] | null | undefined, at: string[]): ShippingUserError[] {
  const kept = keptTags(tags);
  const tooMany = kept.length > mostTags ? [userError("INVALID", `A shipment has at most ${mostTags} tags.`, at)] : [];
  return [...tooMany, ...(tags ?? []).flatMap((tag, index) => checkTag(tag.trim(), [...at, String(index)]))];
}

function checkTag(tag: string, field: string[]): ShippingUserError[] {
  if (tag === "") return [userError("INVALID", "A tag is not empty.", field)];
  if (/\p{Cc}/u.test(tag)) return [userError("INVALID", "A tag has no line breaks or control characters.", field)];
  return tag.length > longestTag ? [userError("TOO_LONG", `A tag has at most ${longestTag} characters.`, field)] : [];
}

/** As they are stored: without surrounding blanks, each once, in the order given. */
export function keptTags(tags: readonly string[] | null | undefined): string[] {
  return [...new Set((tags ?? []).map((tag) => tag.trim()))];
}
