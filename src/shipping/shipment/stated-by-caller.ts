import type { PostalAddress } from "../../entities/values/postal-address.js";

/** Whether the caller said that it is a home, or none: what the carrier said bears the time when it did. */
export function isStatedByCaller({ residentialStatus, residentialStatusCheckedAt }: PostalAddress): boolean {
  return residentialStatus !== "UNKNOWN" && residentialStatusCheckedAt == null;
}
