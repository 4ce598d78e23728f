import { type EntityManager, Not } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { ShippingSettings } from "../../entities/shipping-settings.js";
import { refuse } from "../result.js";

/** The tenant's default carrier account; null: none is set, or it is archived. */
export async function findDefaultAccount(manager: EntityManager): Promise<CarrierAccount | null> {
  return manager
    .createQueryBuilder(CarrierAccount, "account")
    .innerJoin(ShippingSettings, "settings", "settings.defaultCarrierAccountId = account.id")
    .where("account.status <> 'ARCHIVED'")
    .getOne();
}

/**
 * The account that is used where none is named: the default one; without it the only active one; while none is active,
 * the only one entered. `several`: there are more, so that somebody has to say which.
 */
export async function findUnnamedAccount(
  manager: EntityManager,
): Promise<{ account: CarrierAccount | null; several: boolean }> {
  const chosen = await findDefaultAccount(manager);
  if (chosen !== null) return { account: chosen, several: false };
  const usable = await manager.findBy(CarrierAccount, { status: Not("ARCHIVED" as const) });
  const active = usable.filter(({ status }) => status === "ACTIVE");
  const [account = null, second] = active.length > 0 ? active : usable;
  return second === undefined ? { account, several: false } : { account: null, several: true };
}

/** The same. Throws a `Refusal` REQUIRED at `field` that says how to set a default. */
export async function requireUnnamedAccount(manager: EntityManager, field: string[]): Promise<CarrierAccount> {
  const { account, several } = await findUnnamedAccount(manager);
  if (account !== null) return account;
  const message = several
    ? "There are several carrier accounts: name one, or set a default with updateShippingSettings(input: { defaultCarrierAccountId })."
    : "There is no carrier account yet: createCarrierAccount, then activateCarrierAccount.";
  refuse("REQUIRED", message, field);
}
