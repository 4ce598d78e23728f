import { type EntityManager, In } from "typeorm";
import { AddressClassification } from "../../entities/address-classification.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import { loadSettings } from "../settings/load-settings.js";
import { isFresh, placeFingerprint } from "./destination.js";

/** That the carrier, asked before, could not confirm an address. */
export interface AddressDoubt {
  message: CarrierMessage;
  /** By the tenant's policy nothing is bought for it. */
  isRefused: boolean;
}

/** By the environment of the account that asked; empty where the policy is IGNORE. */
export type AddressDoubts = ReadonlyMap<string, AddressDoubt>;

/** What was found out about a recipient's address of late; asks no carrier. Null: no address. */
export async function findAddressDoubts(
  manager: EntityManager,
  tenantId: string,
  address: PostalAddress | null,
): Promise<AddressDoubts> {
  const fingerprint = address && placeFingerprint(tenantId, address);
  if (fingerprint === null) return new Map();
  const status = In(["NO_CANDIDATES", "AMBIGUOUS"] as const);
  const rows = await manager.findBy(AddressClassification, { tenantId, fingerprint, status, checkedAt: isFresh });
  const policy = rows.length === 0 ? "IGNORE" : (await loadSettings(manager, tenantId)).addressCheckPolicy;
  if (policy === "IGNORE") return new Map();
  return new Map(rows.map((row) => [row.environment, { message: messageOf(row), isRefused: policy === "REFUSE" }]));
}

function messageOf({ status, source, checkedAt }: AddressClassification): CarrierMessage {
  const asked = `when it was asked on ${checkedAt.slice(0, 10)}`;
  const isUnknown = status === "NO_CANDIDATES";
  return {
    carrierErrorCode: isUnknown ? "ADDRESS_NOT_FOUND" : "ADDRESS_AMBIGUOUS",
    severity: "WARNING",
    text: isUnknown
      ? `${source} knew no address like the recipient's ${asked}: check it with validateAddress.`
      : `${source} knew several addresses like the recipient's ${asked}: choose one with validateAddress.`,
  };
}
