import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Change, clearedFields, refusedNulls } from "../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { accountColumns } from "./account-columns.js";
import type { AccountChangesInput } from "./account-input.js";
import { auditAccount } from "./audit-account.js";
import { checkAccountDetails } from "./check-account-input.js";
import { forgetProductChecks } from "./check-products.js";
import { lockUsableAccount, refuseUnknownAccount } from "./lock-account.js";

const neverEmpty = ["name", "accountNumber", "address", "shipsRegulatedItems"] as const;

const clearable = ({ accountType, appName, callbackUrl }: CarrierAccount) => ({ accountType, appName, callbackUrl });

/**
 * Changes what is given; carrier and environment are fixed, and the account number of what was ever active too, since
 * shipments were bought with it. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED.
 */
export function updateCarrierAccount(
  deps: ShippingDeps,
  actor: Actor,
  input: AccountChangesInput,
): Promise<Result<Change<CarrierAccount>>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const account = await lockUsableAccount(manager, input.carrierAccountId);
      const adapter = deps.carriers.get(account.carrierCode);
      if (adapter === undefined) refuseUnknownAccount(input.carrierAccountId);
      refuseAny([...refusedNulls(input, neverEmpty, ["input"]), ...checkAccountDetails(adapter, input)]);
      const before = clearable(account);
      await changeAccount(manager, account, input);
      const row = await manager.findOneByOrFail(CarrierAccount, { id: account.id });
      await auditAccount(manager, actor, "CARRIER_ACCOUNT_UPDATED", account, row);
      return { row, clearedFields: clearedFields(before, clearable(row)) };
    }),
  );
}

async function changeAccount(
  manager: EntityManager,
  account: CarrierAccount,
  input: AccountChangesInput,
): Promise<void> {
  const columns = accountColumns(input);
  if (columns.accountNumber !== undefined && columns.accountNumber !== account.accountNumber) {
    refuseUnlessDraft(account);
    await forgetProductChecks(manager, account.id);
  }
  if (Object.keys(columns).length > 0) await manager.update(CarrierAccount, { id: account.id }, columns);
}

function refuseUnlessDraft(account: CarrierAccount): void {
  if (account.status === "DRAFT") return;
  const message = "The account number of an active account cannot change: create another account.";
  refuse("NOT_ALLOWED", message, ["input", "accountNumber"]);
}
