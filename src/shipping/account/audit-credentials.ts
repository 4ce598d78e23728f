import type { EntityManager } from "typeorm";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierAccountCredential } from "../../entities/carrier-account-credential.js";
import { withheld } from "../audit/changes-of.js";
import { recordAudit } from "../audit/record-audit.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { CredentialTexts } from "./credentials.js";
import { type LoadedAccount, openAccount } from "./load-account.js";

type Needed = Pick<ShippingDeps, "carriers" | "sealer">;

/** Keeps who gave the account new credentials, and which of their fields differ from those before; never a value. */
export async function auditCredentials(
  deps: Needed,
  manager: EntityManager,
  actor: Actor,
  { account, adapter }: Pick<LoadedAccount, "account" | "adapter">,
  { texts, version }: { texts: CredentialTexts; version: number },
): Promise<void> {
  const before = await credentialsOf(deps, manager, account);
  const names = adapter.accounts.credentials.map(({ name }) => name).sort();
  const changed = names.filter((name) => before?.[name]?.reveal() !== texts[name]);
  const versions = { before: String(account.credentialVersion), after: String(version) };
  const change = { field: "credentialVersion", ...versions, isWithheld: false };
  const changes = [...changed.map(withheld), change];
  await recordAudit(manager, actor, { kind: "CARRIER_CREDENTIALS_ROTATED", targetId: account.id, changes });
}

/** Null: they cannot be opened any more, so that all of the new ones count as changed. */
async function credentialsOf(deps: Needed, manager: EntityManager, account: CarrierAccount) {
  const { id: accountId, credentialVersion: version } = account;
  const stored = await manager.findOneByOrFail(CarrierAccountCredential, { accountId, version });
  try {
    return openAccount(deps, account, stored)?.access.credentials ?? null;
  } catch {
    return null;
  }
}
