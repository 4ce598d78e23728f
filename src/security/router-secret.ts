import { createHash, timingSafeEqual } from "node:crypto";

/** The header in which the router proves itself, as Node spells it. */
export const routerSecretHeader = "router-authorization";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * True when the header carries one of the accepted secrets; never where none is configured. Takes the same time
 * whichever secret matches and however much of it does: digests are compared, all of them.
 */
export function isFromRouter(header: string | string[] | undefined, secrets: readonly string[]): boolean {
  if (typeof header !== "string") return false;
  const shown = digest(header);
  return secrets.map((secret) => timingSafeEqual(shown, digest(secret))).includes(true);
}
