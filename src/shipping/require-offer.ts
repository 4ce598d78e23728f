import { refuse } from "./result.js";

/** What the carrier may lack. Throws a `Refusal` OPTION_NOT_ALLOWED at `field` where it does; `lack` says so. */
export function requireOffer<T>(offer: T | null, lack: string, field: string[]): T {
  if (offer === null) refuse("OPTION_NOT_ALLOWED", lack, field);
  return offer;
}
