import type { Actor, ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { type LoadedAccount, loadAccount } from "./load-account.js";
import { accountIdField, refuseArchivedAccount, refuseUnknownAccount } from "./lock-account.js";

/** The account of `input.carrierAccountId`, ready to ask its carrier. Throws a `Refusal` NOT_FOUND or NOT_ALLOWED. */
export async function loadUsableAccount(deps: ShippingDeps, actor: Actor, id: string): Promise<LoadedAccount> {
  const loaded = await loadNamedAccount(deps, actor, id);
  refuseUnusable(loaded);
  return loaded;
}

/** The same in whatever status it is. Throws a `Refusal` NOT_FOUND. */
export async function loadNamedAccount(deps: ShippingDeps, actor: Actor, id: string): Promise<LoadedAccount> {
  const loaded = await loadAccount(deps, actor.tenantId, id);
  if (loaded === null) refuseUnknownAccount(id);
  return loaded;
}

/** Throws a `Refusal` NOT_ALLOWED for what is archived, or of a world that is not served here. */
export function refuseUnusable({ account, adapter }: LoadedAccount): void {
  const { status, environment } = account;
  if (status === "ARCHIVED") refuseArchivedAccount();
  if (!adapter.accounts.environments.has(environment)) {
    refuse("NOT_ALLOWED", `This service has no ${environment} accounts.`, accountIdField);
  }
}
