import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { CarrierAdapter } from "../../carrier/adapter.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierAccountCredential } from "../../entities/carrier-account-credential.js";
import { AppError } from "../../errors.js";
import type { ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { openCredentials } from "./credentials.js";

/** An account with everything that a call to its carrier takes. `access` holds secrets: never log or return it. */
export interface LoadedAccount {
  account: CarrierAccount;
  adapter: CarrierAdapter;
  access: CarrierAccountAccess;
}

type Needed = Pick<ShippingDeps, "database" | "carriers" | "sealer">;

/**
 * The account with the credentials in use, in whatever status it is; null when it is unknown, another tenant's, or its
 * carrier is not served here. One transaction. Throws AppError when the stored credentials cannot be opened.
 */
export async function loadAccount(deps: Needed, tenantId: string, accountId: string): Promise<LoadedAccount | null> {
  const found = await readInTenant(deps.database, tenantId, async (manager) => {
    const account = await manager.findOneBy(CarrierAccount, { id: accountId });
    if (account === null) return null;
    const version = account.credentialVersion;
    return { account, credential: await manager.findOneByOrFail(CarrierAccountCredential, { accountId, version }) };
  });
  return found && openAccount(deps, found.account, found.credential);
}

/** As `loadAccount`, for what was bought or uploaded with it. Throws a `Refusal` ACCOUNT_NOT_READY at `field`. */
export async function requireAccount(
  deps: Needed,
  tenantId: string,
  accountId: string,
  field: string[],
): Promise<LoadedAccount> {
  const loaded = await loadAccount(deps, tenantId, accountId);
  if (loaded !== null) return loaded;
  refuse("ACCOUNT_NOT_READY", "The carrier account it was made with is gone.", field);
}

/** The account with one version of its credentials, which need not be the one in use. */
export function openAccount(
  deps: Pick<Needed, "carriers" | "sealer">,
  account: CarrierAccount,
  credential: CarrierAccountCredential,
): LoadedAccount | null {
  const adapter = deps.carriers.get(account.carrierCode);
  if (adapter === undefined) return null;
  const access = {
    tenantId: account.tenantId,
    accountId: account.id,
    environment: account.environment,
    accountNumber: account.accountNumber,
    credentialVersion: credential.version,
    credentials: openCredentials(deps.sealer, credential, adapter.accounts.credentials),
    shipper: account.address,
  };
  return { account, adapter, access };
}

/** The adapter of the account's carrier; a row of an unregistered carrier is an operator's fault. */
export function adapterOf(deps: Pick<Needed, "carriers">, account: CarrierAccount): CarrierAdapter {
  const adapter = deps.carriers.get(account.carrierCode);
  if (adapter === undefined) throw new AppError("CARRIER_UNAVAILABLE", `No adapter speaks to ${account.carrierCode}.`);
  return adapter;
}
