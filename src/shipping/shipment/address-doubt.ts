import { type EntityManager, In } from "typeorm";
import { AddressClassification } from "../../entities/address-classification.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { loadSettings } from "../settings/load-settings.js";
import { isFresh, placeFingerprint } from "./destination.js";

/** That the carrier, asked before, could not confirm an address. */
export interface AddressDoubt {
  message: CarrierMessage;
  /** By the tenant's policy nothing is bought for it. */
  isRefused: boolean;
}

type AddressPart = "shipFrom" | "shipTo";

/** A doubt, and where in the shipment its address stands. */
export interface PlacedDoubt {
  part: AddressPart;
  doubt: AddressDoubt;
}

/** By the environment of the account that asked; empty where the policy is IGNORE. */
export type AddressDoubts = ReadonlyMap<string, AddressDoubt>;

/** What was found out about an address of late; asks no carrier. Null: no address. */
export async function findAddressDoubts(
  manager: EntityManager,
  tenantId: string,
  address: PostalAddress | null,
  part: AddressPart = "shipTo",
): Promise<AddressDoubts> {
  const fingerprint = address && placeFingerprint(tenantId, address);
  if (fingerprint === null) return new Map();
  const status = In(["NO_CANDIDATES", "AMBIGUOUS"] as const);
  const rows = await manager.findBy(AddressClassification, { tenantId, fingerprint, status, checkedAt: isFresh });
  const policy = rows.length === 0 ? "IGNORE" : (await loadSettings(manager, tenantId)).addressCheckPolicy;
  if (policy === "IGNORE") return new Map();
  return new Map(
    rows.map((row) => [row.environment, { message: messageOf(row, part), isRefused: policy === "REFUSE" }]),
  );
}

/** Of all addresses that the labels are for: of a return also where it is fetched or sent from. */
export async function doubtsOfShipment(
  manager: EntityManager,
  { tenantId, environment }: { tenantId: string; environment: string | null },
  details: Pick<StoredShipmentDetails, "shipFrom" | "shipTo" | "returnService">,
): Promise<PlacedDoubt[]> {
  const placed: PlacedDoubt[] = [];
  for (const part of details.returnService ? (["shipFrom", "shipTo"] as const) : (["shipTo"] as const)) {
    const doubt = (await findAddressDoubts(manager, tenantId, details[part], part)).get(environment ?? "");
    if (doubt) placed.push({ part, doubt });
  }
  return placed;
}

function messageOf({ status, source, checkedAt }: AddressClassification, part: AddressPart): CarrierMessage {
  const like = `like the ${part === "shipTo" ? "recipient" : "sender"}'s when it was asked on ${checkedAt.slice(0, 10)}`;
  const isUnknown = status === "NO_CANDIDATES";
  return {
    carrierErrorCode: isUnknown ? "ADDRESS_NOT_FOUND" : "ADDRESS_AMBIGUOUS",
    severity: "WARNING",
    text: isUnknown
      ? `${source} knew no address ${like}: check it with validateAddress.`
      : `${source} knew several addresses ${like}: choose one with validateAddress.`,
  };
}
