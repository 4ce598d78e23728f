import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { labelUnit, SpendLimit, wholeTenant } from "../../entities/spend-limit.js";
import type { SpendPeriod } from "../../entities/values/account-enums.js";
import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { lockAccount } from "../account/lock-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, refused, settle } from "../result.js";
import { lockSettings } from "../settings/lock-settings.js";
import { userError } from "../user-error.js";
import { auditLimits } from "./audit-limits.js";
import { type AppliedLimit, limitsOf } from "./spend-limits.js";
import { aboveCeilings } from "./within-ceilings.js";

export interface SpendLimitInput {
  period: SpendPeriod;
  maxLabels?: number | null;
  maxAmount?: MonetaryAmountInput | null;
}

export interface SetSpendLimitsInput {
  /** Null: the tenant as a whole. */
  carrierAccountId?: string | null;
  limits: SpendLimitInput[];
}

/**
 * Replaces the limits of the tenant or of one account; gives what binds it now. The operator's ceilings stay: limits are set
 * below them, and leaving one out leaves the ceiling. What was bought before in a running period counts only if a limit
 * bound it then. Safe to repeat. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED (above a ceiling).
 */
export async function setSpendLimits(
  deps: ShippingDeps,
  actor: Actor,
  { carrierAccountId, limits }: SetSpendLimitsInput,
): Promise<Result<AppliedLimit[]>> {
  const faults = limits.flatMap((limit, index) => faultsOf(limit, ["input", "limits", index]));
  if (faults.length > 0) return refused(...faults);
  const lifted = limits.flatMap((limit, index) =>
    aboveCeilings(toRow(limit), deps.spendLimits, ["input", "limits", index]),
  );
  if (lifted.length > 0) return refused(...lifted);
  const spender = carrierAccountId ?? wholeTenant;
  const rows = limits.map((limit) => ({ tenantId: actor.tenantId, spender, ...toRow(limit) }));
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      await lockSettings(manager, actor.tenantId);
      if (carrierAccountId != null) await lockAccount(manager, carrierAccountId);
      await replace(manager, actor, spender, rows);
      return limitsOf(manager, deps.spendLimits, spender);
    }),
  );
}

async function replace(manager: EntityManager, actor: Actor, spender: string, rows: SpendLimit[]): Promise<void> {
  const keys = rows.map(({ period, unit }) => `${period} ${unit}`);
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (repeated >= 0) refuse("INVALID", "The same limit is there twice.", ["input", "limits", repeated]);
  const before = await manager.findBy(SpendLimit, { spender });
  await manager.delete(SpendLimit, { spender });
  if (rows.length > 0) await manager.insert(SpendLimit, rows);
  await auditLimits(manager, actor, spender, before, await manager.findBy(SpendLimit, { spender }));
}

function toRow({ period, maxLabels, maxAmount }: SpendLimitInput) {
  return maxAmount
    ? { period, unit: maxAmount.currencyCode, maximum: maxAmount.amount }
    : { period, unit: labelUnit, maximum: String(maxLabels) };
}

function faultsOf({ maxLabels, maxAmount }: SpendLimitInput, at: (string | number)[]): ShippingUserError[] {
  if (maxLabels == null && maxAmount == null)
    return [userError("REQUIRED", "Give maxLabels or maxAmount.", [...at, "maxLabels"])];
  if (maxLabels != null && maxAmount != null)
    return [userError("INVALID", "Give maxLabels or maxAmount, not both.", [...at, "maxAmount"])];
  if (maxLabels != null && maxLabels < 0) return [userError("INVALID", "It is below 0.", [...at, "maxLabels"])];
  if (maxAmount?.amount.startsWith("-"))
    return [userError("INVALID", "It is below 0.", [...at, "maxAmount", "amount"])];
  if (maxAmount && !/^[A-Z]{3}$/.test(maxAmount.currencyCode))
    return [userError("INVALID", "It is no ISO 4217 code.", [...at, "maxAmount", "currencyCode"])];
  return [];
}
