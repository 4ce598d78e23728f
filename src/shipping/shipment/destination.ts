import { type EntityManager, Not, Raw } from "typeorm";
import { AddressClassification } from "../../entities/address-classification.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierLocation } from "../../entities/carrier-location.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { StoredAccessPoint, StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { fingerprint } from "../fingerprint.js";
import { refuse } from "../result.js";
import { userError } from "../user-error.js";
import type { Sources } from "./choose-sources.js";

/**
 * The place a caller names to ship to; null for null (to the door), undefined for undefined (as before). Throws a
 * `Refusal` NOT_FOUND for an unknown or foreign id, NOT_ALLOWED for what takes no packages.
 */
export async function findChosenLocation(
  manager: EntityManager,
  id: string | null | undefined,
  field: string[],
): Promise<CarrierLocation | null | undefined> {
  if (id == null) return id;
  const location = await manager.findOneBy(CarrierLocation, { id });
  if (location === null) refuse("NOT_FOUND", "There is no such location.", field);
  if (location.accessPointId === null) {
    refuse("NOT_ALLOWED", "It is no access point: packages cannot be addressed to it.", field);
  }
  return location;
}

/** Places of one carrier, or of one of its worlds, are unknown in another. */
export function checkLocationAccount(
  location: CarrierLocation | null | undefined,
  { carrierCode, environment }: CarrierAccount,
  field: string[],
): ShippingUserError[] {
  if (!location || (location.carrierCode === carrierCode && location.environment === environment)) return [];
  const message = `It is a place of ${location.carrierCode} ${location.environment}: search again with this account.`;
  return [userError("NOT_ALLOWED", message, field)];
}

export function toAccessPoint(location: CarrierLocation | null): StoredAccessPoint | null {
  if (location === null) return null;
  const { id, accessPointId, name, address } = location;
  return { locationId: id, carrierLocationId: accessPointId ?? "", name, address };
}

/** The details with what is known of the recipient's address: as it was quoted, else as a carrier said of late. */
export async function classifyDestination(
  manager: EntityManager,
  details: StoredShipmentDetails,
  { quote, account }: Sources,
): Promise<StoredShipmentDetails> {
  const asQuoted = quote && addressAsQuoted(details.shipTo, quote.details.shipTo);
  if (asQuoted) return { ...details, shipTo: asQuoted };
  const classifications = await findClassifications(manager, account.tenantId, details.shipTo);
  return { ...details, shipTo: classifiedAddress(details.shipTo, classifications.get(account.environment)) };
}

/** The address with what the carrier said of it last; the caller's own statement wins. */
export function classifiedAddress(address: PostalAddress, lastSaid: AddressClassification | undefined): PostalAddress {
  if (lastSaid === undefined || isStatedByCaller(address)) return address;
  return { ...address, residentialStatus: lastSaid.classification, residentialStatusCheckedAt: lastSaid.checkedAt };
}

/**
 * The address with what it was priced with, be it UNKNOWN: what the carrier said since would make another shipment of it.
 * Null where a caller stated it, then or now. A quote of another place does not fit whatever is said of it.
 */
function addressAsQuoted(address: PostalAddress, quoted: PostalAddress): PostalAddress | null {
  if (isStatedByCaller(address) || isStatedByCaller(quoted)) return null;
  const { residentialStatus, residentialStatusCheckedAt } = quoted;
  return { ...address, residentialStatus, residentialStatusCheckedAt };
}

/** Whether the caller said that it is a home, or none: what the carrier said bears the time when it did. */
export function isStatedByCaller({ residentialStatus, residentialStatusCheckedAt }: PostalAddress): boolean {
  return residentialStatus !== "UNKNOWN" && residentialStatusCheckedAt == null;
}

/** By the environment of the account that asked: one world's word does not count in another. */
export type KnownClassifications = ReadonlyMap<string, AddressClassification>;

/** Older ones do not count: people move in and out. An interval of PostgreSQL's. */
export const classificationsCountFor = "6 months";
export const isFresh = Raw((column) => `${column} > now() - interval '${classificationsCountFor}'`);

/** What carriers said of an address that the caller says nothing of; empty when nothing, or nothing of late. */
export async function findClassifications(
  manager: EntityManager,
  tenantId: string,
  address: PostalAddress | null,
): Promise<KnownClassifications> {
  const fingerprint = address === null || isStatedByCaller(address) ? null : placeFingerprint(tenantId, address);
  if (fingerprint === null) return new Map();
  const rows = await manager.findBy(AddressClassification, {
    ...{ tenantId, fingerprint, classification: Not("UNKNOWN" as const), checkedAt: isFresh },
  });
  return new Map(rows.map((row) => [row.environment, row]));
}

type Place = Pick<PostalAddress, "lines" | "city" | "region" | "postalCode" | "countryCode">;

/**
 * A tenant's hash of a place, whoever is there and however it is written: case, accents, punctuation and a ZIP+4 do not
 * count. Two tenants' hashes of one place differ. Null without a street: that is no place to say anything of.
 */
export function placeFingerprint(tenantId: string, place: Place): string | null {
  const { lines, city, region, postalCode, countryCode } = place;
  const street = plain(lines.join(" "));
  if (street === "") return null;
  const isPuertoRico = countryCode === "PR" || (countryCode === "US" && plain(region) === "PR");
  const country = isPuertoRico ? "PR" : countryCode;
  return fingerprint({
    tenantId,
    street,
    city: plain(city),
    region: isPuertoRico ? "PR" : plain(region),
    postalCode: country === "US" || country === "PR" ? plain(postalCode).slice(0, 5) : plain(postalCode),
    country,
  });
}

/** Text as it is compared: without accents and punctuation, in capitals. */
export function plain(text: string | null): string {
  const withoutAccents = (text ?? "").normalize("NFD").replace(/\p{M}/gu, "");
  return withoutAccents
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
