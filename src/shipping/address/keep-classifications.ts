import type { AddressValidation } from "../../carrier/addresses.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { AddressClassification } from "../../entities/address-classification.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { placeFingerprint } from "../shipment/destination.js";

/**
 * Keeps what the carrier said of the address and of each candidate, in place of what it said before. Gives when, by the
 * database's clock; null when there was nothing to keep.
 */
export async function keepClassifications(
  deps: ShippingDeps,
  { account, adapter, access }: LoadedAccount,
  asked: PostalAddress,
  validation: AddressValidation,
): Promise<string | null> {
  const { tenantId } = access;
  const { environment } = account;
  const said = new Map<string | null, Pick<AddressClassification, "classification" | "status">>();
  for (const { address, residentialStatus } of validation.candidates) {
    said.set(placeFingerprint(tenantId, address), { classification: residentialStatus, status: null });
  }
  const { residentialStatus: classification, status } = validation;
  said.set(placeFingerprint(tenantId, asked), { classification, status });
  said.delete(null);
  if (said.size === 0) return null;
  const rows = [...said].map(([fingerprint, found]) => ({
    ...{ tenantId, environment, fingerprint: fingerprint!, ...found, source: adapter.code },
    checkedAt: () => "now()",
  }));
  // Of those who lock several rows, none waits for another in a circle.
  rows.sort((left, right) => (left.fingerprint < right.fingerprint ? -1 : 1));
  return inTenant(deps.database, tenantId, async (manager) => {
    await manager.upsert(AddressClassification, rows, ["tenantId", "environment", "fingerprint"]);
    const key = { environment, fingerprint: rows[0]!.fingerprint };
    return (await manager.findOneByOrFail(AddressClassification, key)).checkedAt;
  });
}
