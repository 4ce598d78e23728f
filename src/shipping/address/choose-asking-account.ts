import { Not } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import { type LoadedAccount, loadAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";

const environments = ["PRODUCTION", "TEST", "SIMULATOR"];

/** What says that the app cannot do it, unlike what says nothing. */
const refusing = new Set(["NOT_ADDED_OR_PENDING", "BAD_CREDENTIALS", "WRONG_ACCOUNT"]);

/**
 * The account that asks of addresses in a country when nobody names one: of those whose carrier knows the country one
 * that the carrier did not refuse when last checked, an active one, of the realest environment, the oldest. Null: none.
 */
export async function chooseAskingAccount(
  deps: ShippingDeps,
  { tenantId }: Actor,
  countryCode: string,
): Promise<LoadedAccount | null> {
  const { accounts, refused } = await readInTenant(deps.database, tenantId, async (manager) => {
    const usable = await manager.find(CarrierAccount, {
      where: { status: Not("ARCHIVED" as const) },
      order: { createdAt: "ASC", id: "ASC" },
    });
    const checks = await manager.findBy(CarrierProductCheck, { product: "ADDRESS_VALIDATION" });
    const failed = checks.filter(({ state }) => refusing.has(state));
    return { accounts: usable, refused: new Set(failed.map(({ accountId }) => accountId)) };
  });
  const rank = ({ id, status, environment }: CarrierAccount) =>
    (refused.has(id) ? 100 : 0) + (status === "ACTIVE" ? 0 : 10) + environments.indexOf(environment);
  const [best] = accounts
    .filter(({ environment, carrierCode }) => {
      const adapter = deps.carriers.get(carrierCode);
      return deps.environments.has(environment) && adapter?.validatesAddressesIn(countryCode);
    })
    .sort((one, other) => rank(one) - rank(other));
  return best === undefined ? null : loadAccount(deps, tenantId, best.id);
}
