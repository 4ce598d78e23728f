import type { AddressClassification } from "../../entities/address-classification.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import { fingerprint } from "../fingerprint.js";
import { isStatedByCaller } from "./stated-by-caller.js";

/** The address with what the carrier said of it last; the caller's own statement wins. */
export function classifiedAddress(address: PostalAddress, known: AddressClassification | undefined): PostalAddress {
  if (known === undefined || isStatedByCaller(address)) return address;
  return { ...address, residentialStatus: known.classification, residentialStatusCheckedAt: known.checkedAt };
}

/**
 * The address with what it was priced with, be it UNKNOWN: what the carrier said since would make another shipment of it.
 * Null when that says nothing of it: another place, or a statement of a caller's, then or now.
 */
export function addressAsQuoted(address: PostalAddress, quoted: PostalAddress): PostalAddress | null {
  if (isStatedByCaller(address) || isStatedByCaller(quoted) || placeOf(address) !== placeOf(quoted)) return null;
  const { residentialStatus, residentialStatusCheckedAt } = quoted;
  return { ...address, residentialStatus, residentialStatusCheckedAt };
}

function placeOf({ lines, city, region, postalCode, countryCode }: PostalAddress): string {
  return fingerprint({ lines, city, region, postalCode, countryCode });
}
