import { Not } from "typeorm";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierProduct } from "../../carrier/products.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { findDefaultAccount } from "../settings/default-account.js";
import { type LoadedAccount, loadAccount } from "./load-account.js";

const environments = ["PRODUCTION", "TEST", "SIMULATOR"];

/** What says that the app cannot do it, unlike what says nothing. */
const refusing = new Set(["NOT_ADDED_OR_PENDING", "BAD_CREDENTIALS", "WRONG_ACCOUNT"]);

/**
 * The account that asks when nobody names one, since buyers know of none: of those whose carrier is able, one that the
 * carrier did not refuse the product when last checked, the tenant's default, an active one, of the realest environment,
 * the oldest. Throws a `Refusal` ACCOUNT_NOT_READY when there is none.
 */
export async function chooseAskingAccount(
  deps: ShippingDeps,
  { tenantId }: Actor,
  product: CarrierProduct,
  isAble: (adapter: CarrierAdapter) => boolean = () => true,
): Promise<LoadedAccount> {
  const { accounts, refused, chosen } = await readInTenant(deps.database, tenantId, async (manager) => {
    const usable = await manager.find(CarrierAccount, {
      where: { status: Not("ARCHIVED" as const) },
      order: { createdAt: "ASC", id: "ASC" },
    });
    const checks = await manager.findBy(CarrierProductCheck, { product });
    const failed = checks.filter(({ state }) => refusing.has(state));
    const chosen = await findDefaultAccount(manager);
    return { accounts: usable, refused: new Set(failed.map(({ accountId }) => accountId)), chosen: chosen?.id };
  });
  const rank = ({ id, status, environment }: CarrierAccount) =>
    (refused.has(id) ? 1000 : 0) +
    (id === chosen ? 0 : 100) +
    (status === "ACTIVE" ? 0 : 10) +
    environments.indexOf(environment);
  const [best] = accounts
    .filter(({ environment, carrierCode }) => {
      const adapter = deps.carriers.get(carrierCode);
      return adapter?.accounts.environments.has(environment) && isAble(adapter);
    })
    .sort((left, right) => rank(left) - rank(right));
  const loaded = best === undefined ? null : await loadAccount(deps, tenantId, best.id);
  if (loaded !== null) return loaded;
  refuse("ACCOUNT_NOT_READY", "There is no carrier account to ask with.");
}
