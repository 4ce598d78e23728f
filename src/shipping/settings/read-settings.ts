import { readInTenant } from "../../database/tenant-transaction.js";
import type { ShippingSettings } from "../../entities/shipping-settings.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { loadSettings } from "./load-settings.js";

/** What holds for all shipments of the caller's tenant. */
export function readSettings({ database }: ShippingDeps, { tenantId }: Actor): Promise<ShippingSettings> {
  return readInTenant(database, tenantId, (manager) => loadSettings(manager, tenantId));
}
