import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierShippingMethod } from "../../src/entities/carrier-shipping-method.js";
import type { ShippingProvider } from "../../src/entities/values/account-enums.js";
import {
  plainPriceRules,
  type StoredPriceRules,
  type StoredProviderConfiguration,
} from "../../src/entities/values/stored-method-rules.js";
import { newId } from "../../src/shipping/new-id.js";
import type { Tenant } from "./rate-setup.js";

/** What is not given is as in a method without rules. */
export function setPriceRules(
  { deps, tenantId }: Tenant,
  id: string,
  rules: Partial<StoredPriceRules>,
): Promise<unknown> {
  const priceRules = { ...plainPriceRules, ...rules };
  return inTenant(deps.database, tenantId, (manager) => manager.update(CarrierShippingMethod, { id }, { priceRules }));
}

/** A method whose price is its own, or, without a configuration, one of another system; gives its id. */
export async function addOwnMethod(
  { deps, tenantId }: Tenant,
  providerConfiguration: StoredProviderConfiguration | null,
  ships: Partial<CarrierShippingMethod> = {},
): Promise<string> {
  const id = newId("shm");
  const provider: ShippingProvider = providerConfiguration?.provider ?? "UPS_LEGACY";
  await inTenant(deps.database, tenantId, async (manager) => {
    const columns = { tenantId, id, name: provider, provider, providerConfiguration };
    const levels = { integrationLevel: "RATE_ONLY", invoicingPolicy: "ESTIMATED" } as const;
    await manager.save(manager.create(CarrierShippingMethod, { ...columns, ...levels, ...ships }));
  });
  return id;
}
