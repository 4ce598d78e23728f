import type { CarrierAdapter } from "../../carrier/adapter.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierAccountCredential } from "../../entities/carrier-account-credential.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { done, type Result, refused } from "../result.js";
import { unknownCarrier } from "../unknown-words.js";
import { userError } from "../user-error.js";
import { accountColumns } from "./account-columns.js";
import type { NewAccountInput } from "./account-input.js";
import { auditAccount } from "./audit-account.js";
import { checkAccountDetails, checkCredentials, credentialTexts } from "./check-account-input.js";
import { checkProducts } from "./check-products.js";
import { sealCredentials } from "./credentials.js";
import { loadAccount } from "./load-account.js";

/**
 * Enters an account as DRAFT; with `validate` its products are checked at once and what is found stands on it, good or
 * bad. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND (carrier), NOT_ALLOWED (environment).
 */
export async function createCarrierAccount(
  deps: ShippingDeps,
  actor: Actor,
  input: NewAccountInput,
): Promise<Result<CarrierAccount>> {
  const adapter = deps.carriers.get(input.credentials.carrierCode);
  const userErrors = [...checkWorld(deps, adapter, input), ...(adapter ? checkInput(adapter, input) : [])];
  if (adapter === undefined || userErrors.length > 0) return refused(...userErrors);
  const account = await insertAccount(deps, actor, adapter, input);
  if (input.validate) {
    const loaded = await loadAccount(deps, actor.tenantId, account.id);
    if (loaded !== null) await checkProducts(deps, loaded);
  }
  return done(account);
}

function checkWorld(
  deps: ShippingDeps,
  adapter: CarrierAdapter | undefined,
  { credentials: { carrierCode, at }, environment }: NewAccountInput,
): ShippingUserError[] {
  const able = adapter ? [adapter] : [...deps.carriers.values()];
  const isOffered = able.some(({ accounts }) => accounts.environments.has(environment));
  return [
    ...(adapter ? [] : [userError("NOT_FOUND", unknownCarrier(carrierCode, deps), at)]),
    ...(isOffered
      ? []
      : [userError("NOT_ALLOWED", `This service has no ${environment} accounts.`, ["input", "environment"])]),
  ];
}

function checkInput(adapter: CarrierAdapter, input: NewAccountInput): ShippingUserError[] {
  return [...checkAccountDetails(adapter, input), ...checkCredentials(adapter, input.credentials)];
}

function insertAccount(
  deps: ShippingDeps,
  actor: Actor,
  adapter: CarrierAdapter,
  input: NewAccountInput,
): Promise<CarrierAccount> {
  const { tenantId } = actor;
  const key = { tenantId, accountId: newId("cac"), version: 1 };
  const texts = credentialTexts(adapter, input.credentials);
  return inTenant(deps.database, tenantId, async (manager) => {
    await manager.insert(CarrierAccount, {
      ...accountColumns(input),
      tenantId,
      id: key.accountId,
      carrierCode: adapter.code,
      environment: input.environment,
      status: "DRAFT",
      credentialVersion: key.version,
    });
    await manager.insert(
      CarrierAccountCredential,
      sealCredentials(deps.sealer, key, adapter.accounts.credentials, texts),
    );
    const account = await manager.findOneByOrFail(CarrierAccount, { id: key.accountId });
    await auditAccount(manager, actor, "CARRIER_ACCOUNT_CREATED", null, account);
    return account;
  });
}
