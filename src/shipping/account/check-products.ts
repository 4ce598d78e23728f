import type { EntityManager } from "typeorm";
import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { ProductCheck } from "../../carrier/products.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import type { ShippingDeps } from "../deps.js";
import { settle } from "../result.js";
import { carrierMessages } from "../user-error.js";
import type { LoadedAccount } from "./load-account.js";
import { lockUsableAccount, refuseChanged } from "./lock-account.js";

/**
 * Asks the carrier for each of its products, creating nothing there, and stores what it found. A user error CONFLICT
 * when the account was changed meanwhile: what was found is about credentials no longer in use.
 */
export function checkProducts(deps: ShippingDeps, { adapter, access }: LoadedAccount) {
  return settle(async () => {
    const found = await adapter.checkProducts(access);
    await inTenant(deps.database, access.tenantId, async (manager) => {
      const account = await lockUsableAccount(manager, access.accountId);
      const isSame =
        account.credentialVersion === access.credentialVersion && account.accountNumber === access.accountNumber;
      if (!isSame) refuseChanged();
      await storeProductChecks(manager, access, found);
    });
    return found;
  });
}

/** One row per product; earlier rows of other products stay. */
export async function storeProductChecks(
  manager: EntityManager,
  { tenantId, accountId }: CarrierAccountAccess,
  found: ProductCheck[],
): Promise<void> {
  const rows = found.map(({ messages, ...check }) => ({
    ...check,
    tenantId,
    accountId,
    negotiatedRates: check.negotiatedRates ?? null,
    messages: carrierMessages(messages),
    checkedAt: () => "now()",
  }));
  await manager.upsert(CarrierProductCheck, rows, ["tenantId", "accountId", "product"]);
}

/** For credentials or an account number that were never checked. */
export async function forgetProductChecks(manager: EntityManager, accountId: string): Promise<void> {
  await manager.delete(CarrierProductCheck, { accountId });
}
