import { type EntityManager, Not, Raw } from "typeorm";
import { AddressClassification } from "../../entities/address-classification.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import { placeFingerprint } from "./place-fingerprint.js";
import { isStatedByCaller } from "./stated-by-caller.js";

/** By the environment of the account that asked: one world's word does not count in another. */
export type KnownClassifications = ReadonlyMap<string, AddressClassification>;

/** Older ones do not count: people move in and out. An interval of PostgreSQL's. */
export const classificationsCountFor = "6 months";
const isFresh = Raw((column) => `${column} > now() - interval '${classificationsCountFor}'`);

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
