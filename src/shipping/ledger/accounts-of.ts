import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { ShippingDeps } from "../deps.js";

/**
 * The accounts of all tenants, in whatever status, whose number the booking bears: whoever it was made for is among them.
 * Those that cost money first: a carrier's test environment voids whatever it is told of.
 */
export async function accountsOf(deps: ShippingDeps, tenantIds: string[], number: string): Promise<CarrierAccount[]> {
  const owners: CarrierAccount[] = [];
  for (const tenantId of tenantIds) {
    const accounts = await readInTenant(deps.database, tenantId, (manager) => manager.find(CarrierAccount));
    owners.push(
      ...accounts.filter((account) => deps.carriers.get(account.carrierCode)?.ownsTrackingNumber(account, number)),
    );
  }
  return owners.sort((left, right) => order.indexOf(left.environment) - order.indexOf(right.environment));
}

const order: CarrierAccount["environment"][] = ["PRODUCTION", "SIMULATOR", "TEST"];
