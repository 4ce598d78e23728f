import { inTenant } from "../database/tenant-transaction.js";
import { Carrier } from "../entities/carrier.js";
import type { ShippingDeps } from "./deps.js";

/** No tenant's: carriers belong to everybody. */
const noTenant = "00000000-0000-0000-0000-000000000000";

/** Writes the registered adapters into the carrier table, which accounts point at. */
export async function registerCarriers(deps: ShippingDeps): Promise<void> {
  const carriers = [...deps.carriers.values()].map(({ code, name }) => ({ code, name }));
  await inTenant(deps.database, noTenant, (manager) => manager.upsert(Carrier, carriers, ["code"]));
}
