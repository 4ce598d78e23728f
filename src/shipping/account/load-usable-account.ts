import type { Actor, ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { type LoadedAccount, loadAccount } from "./load-account.js";
import { accountIdField, refuseArchivedAccount, refuseUnknownAccount } from "./lock-account.js";

/** The account of `input.carrierAccountId`, ready to ask its carrier. Throws a `Refusal` NOT_FOUND or NOT_ALLOWED. */
export async function loadUsableAccount(deps: ShippingDeps, actor: Actor, id: string): Promise<LoadedAccount> {
  const loaded = await loadAccount(deps, actor.tenantId, id);
  if (loaded === null) refuseUnknownAccount(id);
  if (loaded.account.status === "ARCHIVED") refuseArchivedAccount();
  const { environment } = loaded.account;
  if (!deps.environments.has(environment)) {
    refuse("NOT_ALLOWED", `This service has no ${environment} accounts.`, accountIdField);
  }
  return loaded;
}
