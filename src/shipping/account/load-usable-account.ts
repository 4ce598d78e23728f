import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal } from "../result.js";
import { userError } from "../user-error.js";
import { type LoadedAccount, loadAccount } from "./load-account.js";
import { accountArchived, accountIdField, noSuchAccount } from "./lock-account.js";

/** The account of `input.carrierAccountId`, ready to ask its carrier. Throws a `Refusal` NOT_FOUND or NOT_ALLOWED. */
export async function loadUsableAccount(deps: ShippingDeps, actor: Actor, id: string): Promise<LoadedAccount> {
  const loaded = await loadAccount(deps, actor.tenantId, id);
  if (loaded === null) throw noSuchAccount(id);
  if (loaded.account.status === "ARCHIVED") throw accountArchived();
  const { environment } = loaded.account;
  if (!deps.environments.has(environment)) {
    throw new Refusal([userError("NOT_ALLOWED", `This service has no ${environment} accounts.`, accountIdField)]);
  }
  return loaded;
}
