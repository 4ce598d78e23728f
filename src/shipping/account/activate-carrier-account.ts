import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal, type Result, settle } from "../result.js";
import { checkProducts } from "./check-products.js";
import type { LoadedAccount } from "./load-account.js";
import { loadUsableAccount } from "./load-usable-account.js";
import { accountIdField, changedMeanwhile, lockUsableAccount } from "./lock-account.js";
import { isReadyToShip, notReady } from "./product-readiness.js";

/**
 * Lets an account buy labels, once Authorization, Rating and Shipping answered its present credentials; they are
 * checked now unless the last check was good. An active account is a success. Codes: NOT_FOUND, NOT_ALLOWED, CONFLICT,
 * ACCOUNT_NOT_READY.
 */
export function activateCarrierAccount(
  deps: ShippingDeps,
  actor: Actor,
  { carrierAccountId: id }: { carrierAccountId: string },
): Promise<Result<CarrierAccount>> {
  return settle(async () => {
    const loaded = await loadUsableAccount(deps, actor, id);
    if (loaded.account.status === "ACTIVE") return loaded.account;
    if (!(await wasReady(deps, loaded))) await requireReady(deps, loaded);
    return activate(deps, loaded);
  });
}

async function wasReady(deps: ShippingDeps, { account }: LoadedAccount): Promise<boolean> {
  const known = await readInTenant(deps.database, account.tenantId, (manager) =>
    manager.findBy(CarrierProductCheck, { accountId: account.id }),
  );
  return isReadyToShip(known);
}

async function requireReady(deps: ShippingDeps, loaded: LoadedAccount): Promise<void> {
  const found = await checkProducts(deps, loaded);
  if (found.value === null) throw new Refusal(found.userErrors);
  const userErrors = notReady(found.value, accountIdField);
  if (userErrors.length > 0) throw new Refusal(userErrors);
}

/** Only what was checked becomes active: not credentials or a number that came meanwhile. */
function activate(deps: ShippingDeps, { account, access }: LoadedAccount): Promise<CarrierAccount> {
  return inTenant(deps.database, account.tenantId, async (manager) => {
    const now = await lockUsableAccount(manager, account.id);
    const isSame = now.credentialVersion === access.credentialVersion && now.accountNumber === access.accountNumber;
    if (!isSame) throw changedMeanwhile();
    await manager.update(CarrierAccount, { id: account.id }, { status: "ACTIVE" });
    return manager.findOneByOrFail(CarrierAccount, { id: account.id });
  });
}
