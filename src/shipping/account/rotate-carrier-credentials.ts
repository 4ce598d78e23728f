import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierAccountCredential } from "../../entities/carrier-account-credential.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuseAny, settle } from "../result.js";
import type { NewCredentialsInput } from "./account-input.js";
import { auditCredentials } from "./audit-credentials.js";
import { checkCredentials, credentialTexts } from "./check-account-input.js";
import { forgetProductChecks, storeProductChecks } from "./check-products.js";
import { type CredentialTexts, sealCredentials } from "./credentials.js";
import { type LoadedAccount, openAccount } from "./load-account.js";
import { loadNamedAccount, refuseUnusable } from "./load-usable-account.js";
import { lockUsableAccount, refuseChanged } from "./lock-account.js";
import { notReady } from "./product-readiness.js";

/**
 * Adds a version of the credentials and makes it the one in use. An active account goes on with the old ones until
 * the carrier has accepted the new ones; where it does not, nothing changes. Codes: REQUIRED, INVALID, TOO_LONG,
 * NOT_FOUND, NOT_ALLOWED, CONFLICT, ACCOUNT_NOT_READY.
 */
export async function rotateCarrierCredentials(
  deps: ShippingDeps,
  actor: Actor,
  input: NewCredentialsInput,
): Promise<Result<CarrierAccount>> {
  return settle(async () => {
    const loaded = await loadNamedAccount(deps, actor, input.carrierAccountId);
    refuseAny(checkCredentials(loaded.adapter, input.credentials));
    refuseUnusable(loaded);
    const texts = credentialTexts(loaded.adapter, input.credentials);
    return loaded.account.status === "ACTIVE"
      ? replaceWhenAccepted(deps, actor, loaded, texts)
      : replaceAtOnce(deps, actor, loaded, texts);
  });
}

function replaceAtOnce(deps: ShippingDeps, actor: Actor, { account, adapter }: LoadedAccount, texts: CredentialTexts) {
  return inTenant(deps.database, account.tenantId, async (manager) => {
    const draft = await lockUsableAccount(manager, account.id);
    if (draft.status !== "DRAFT") refuseChanged();
    const { version } = await insertVersion(deps, manager, { account: draft, adapter }, texts);
    await forgetProductChecks(manager, draft.id);
    await auditCredentials(deps, manager, actor, { account: draft, adapter }, { texts, version });
    return useVersion(manager, draft.id, version);
  });
}

async function replaceWhenAccepted(
  deps: ShippingDeps,
  actor: Actor,
  { account, adapter }: LoadedAccount,
  texts: CredentialTexts,
) {
  const credential = await inTenant(deps.database, account.tenantId, async (manager) =>
    insertVersion(deps, manager, { account: await lockUsableAccount(manager, account.id), adapter }, texts),
  );
  const { access } = openAccount(deps, account, credential)!;
  const found = await adapter.checkProducts(access);
  const userErrors = notReady(adapter, found, ["input"]);
  refuseAny(userErrors);
  return inTenant(deps.database, account.tenantId, async (manager) => {
    const now = await lockUsableAccount(manager, account.id);
    if (now.credentialVersion !== account.credentialVersion) refuseChanged();
    await storeProductChecks(manager, access, found);
    await auditCredentials(deps, manager, actor, { account: now, adapter }, { texts, version: credential.version });
    return useVersion(manager, account.id, credential.version);
  });
}

/** Versions are never given twice, not even refused ones: access tokens are kept by version. */
async function insertVersion(
  deps: ShippingDeps,
  manager: EntityManager,
  { account, adapter }: Pick<LoadedAccount, "account" | "adapter">,
  texts: CredentialTexts,
): Promise<CarrierAccountCredential> {
  const last = await manager.maximum(CarrierAccountCredential, "version", { accountId: account.id });
  const key = { tenantId: account.tenantId, accountId: account.id, version: (last ?? 0) + 1 };
  const row = sealCredentials(deps.sealer, key, adapter.accounts.credentials, texts);
  await manager.insert(CarrierAccountCredential, row);
  return manager.findOneByOrFail(CarrierAccountCredential, { accountId: account.id, version: key.version });
}

async function useVersion(manager: EntityManager, id: string, credentialVersion: number): Promise<CarrierAccount> {
  await manager.update(CarrierAccount, { id }, { credentialVersion });
  return manager.findOneByOrFail(CarrierAccount, { id });
}
