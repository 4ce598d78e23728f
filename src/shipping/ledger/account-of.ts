import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { type LoadedAccount, loadAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import type { Finding } from "./finding.js";

/** The account that a finding is of: its purchase's, else an active one whose number the booking bears. Null: none is. */
export async function accountOf(
  deps: ShippingDeps,
  tenantIds: string[],
  { tenantId, accountId, number }: Finding,
): Promise<LoadedAccount | null> {
  if (tenantId !== null && accountId !== null) return loadAccount(deps, tenantId, accountId);
  for (const candidate of tenantIds) {
    const accounts = await readInTenant(deps.database, candidate, (manager) =>
      manager.findBy(CarrierAccount, { status: "ACTIVE" }),
    );
    const owner = accounts.find(
      (account) => number !== null && deps.carriers.get(account.carrierCode)?.ownsTrackingNumber(account, number),
    );
    if (owner) return loadAccount(deps, candidate, owner.id);
  }
  return null;
}
