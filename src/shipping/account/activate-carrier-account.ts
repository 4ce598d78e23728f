import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal, type Result, refuseAny, settle } from "../result.js";
import { auditAccount } from "./audit-account.js";
import { checkProducts } from "./check-products.js";
import type { LoadedAccount } from "./load-account.js";
import { loadUsableAccount } from "./load-usable-account.js";
import { accountIdField, lockUsableAccount, refuseChanged } from "./lock-account.js";
import { isReadyToShip, notReady } from "./product-readiness.js";
import { unconfirmedForProduction } from "./setup/confirmed-for-production.js";

/**
 * Lets an account buy labels, once Authorization, Rating and Shipping answered its present credentials; they are
 * checked now unless the last check was good. In PRODUCTION somebody has confirmed the shipping account and the payment
 * card before. An active account is a success. Codes: NOT_FOUND, NOT_ALLOWED, CONFLICT, ACCOUNT_NOT_READY.
 */
export function activateCarrierAccount(
  deps: ShippingDeps,
  actor: Actor,
  { carrierAccountId: id }: { carrierAccountId: string },
): Promise<Result<CarrierAccount>> {
  return settle(async () => {
    const loaded = await loadUsableAccount(deps, actor, id);
    if (loaded.account.status === "ACTIVE") return loaded.account;
    const userErrors = [...(await unconfirmed(deps, loaded)), ...(await findUnready(deps, loaded))];
    refuseAny(userErrors);
    return activate(deps, actor, loaded);
  });
}

function unconfirmed(deps: ShippingDeps, { account }: LoadedAccount): Promise<ShippingUserError[]> {
  return readInTenant(deps.database, account.tenantId, (manager) =>
    unconfirmedForProduction(deps, manager, account, accountIdField),
  );
}

async function wasReady(deps: ShippingDeps, { account, adapter }: LoadedAccount): Promise<boolean> {
  const checks = await readInTenant(deps.database, account.tenantId, (manager) =>
    manager.findBy(CarrierProductCheck, { accountId: account.id }),
  );
  return isReadyToShip(adapter, checks);
}

async function findUnready(deps: ShippingDeps, loaded: LoadedAccount): Promise<ShippingUserError[]> {
  if (await wasReady(deps, loaded)) return [];
  const found = await checkProducts(deps, loaded);
  if (found.value === null) throw new Refusal(found.userErrors);
  return notReady(loaded.adapter, found.value, accountIdField);
}

/** Only what was checked becomes active: not credentials or a number that came meanwhile, nor what was taken back. */
function activate(deps: ShippingDeps, actor: Actor, { account, access }: LoadedAccount): Promise<CarrierAccount> {
  return inTenant(deps.database, account.tenantId, async (manager) => {
    const now = await lockUsableAccount(manager, account.id);
    const isSame = now.credentialVersion === access.credentialVersion && now.accountNumber === access.accountNumber;
    if (!isSame) refuseChanged();
    const userErrors = await unconfirmedForProduction(deps, manager, now, accountIdField);
    refuseAny(userErrors);
    await manager.update(CarrierAccount, { id: account.id }, { status: "ACTIVE" });
    const active = await manager.findOneByOrFail(CarrierAccount, { id: account.id });
    await auditAccount(manager, actor, "CARRIER_ACCOUNT_ACTIVATED", now, active);
    return active;
  });
}
