import type { AddressClassification } from "../../entities/address-classification.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import { isStatedByCaller } from "./stated-by-caller.js";

/** The address with what the carrier said of it last; the caller's own statement wins. */
export function classifiedAddress(address: PostalAddress, known: AddressClassification | undefined): PostalAddress {
  if (known === undefined || isStatedByCaller(address)) return address;
  return { ...address, residentialStatus: known.classification, residentialStatusCheckedAt: known.checkedAt };
}

/**
 * The address with what it was priced with, be it UNKNOWN: what the carrier said since would make another shipment of it.
 * Null where a caller stated it, then or now. A quote of another place does not fit whatever is said of it.
 */
export function addressAsQuoted(address: PostalAddress, quoted: PostalAddress): PostalAddress | null {
  if (isStatedByCaller(address) || isStatedByCaller(quoted)) return null;
  const { residentialStatus, residentialStatusCheckedAt } = quoted;
  return { ...address, residentialStatus, residentialStatusCheckedAt };
}
