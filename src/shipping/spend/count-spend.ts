import type { EntityManager } from "typeorm";
import type { Money } from "../../carrier/values.js";
import { labelUnit, wholeTenant } from "../../entities/spend-limit.js";
import { reach } from "../../failpoints.js";
import { attemptLimits } from "./attempt-limits.js";
import { type Count, refuseExceeded, refuseUnlimitedCurrency } from "./refuse-spend.js";
import type { AppliedLimit } from "./spend-limits.js";

/** What a purchase takes from the limits; `price` null: not known. */
export interface Spend {
  accountId: string;
  labels: number;
  price: Money | null;
  /** False: it is bought already, and the carrier is not asked to sell it again. */
  isAttempt: boolean;
}

/** Whether the price must be known before anything is bought. */
export function limitsAmounts(limits: AppliedLimit[]): boolean {
  return limits.some(({ unit }) => unit !== labelUnit);
}

/**
 * Counts the purchase against the limits, or throws a `Refusal` SPEND_LIMIT_EXCEEDED; then its transaction must be
 * rolled back, and the counters with it. Holds the tenant's counters until that transaction ends: make it the last step.
 */
export async function countSpend(
  manager: EntityManager,
  tenantId: string,
  { accountId, labels, price, isAttempt }: Spend,
  limits: AppliedLimit[],
  field: string[],
): Promise<void> {
  if (price) refuseUnlimitedCurrency(limits, price, field);
  const amounts = [{ unit: labelUnit, amount: String(labels) }];
  if (isAttempt) amounts.push({ unit: "ATTEMPT", amount: "1" });
  if (price) amounts.push({ unit: price.currencyCode, amount: price.amount });
  const counts = await addSpend(manager, tenantId, accountId, amounts);
  refuseExceeded([...limits, ...attemptLimits(limits, "ATTEMPT")], counts, field);
  if (counts.some((count) => isFirstOfDay(count, labels))) await forgetOld(manager);
  reach("spend.counted", accountId);
}

/** Counts a void that was asked for before, as `countSpend` does: each of them costs the carrier a call. */
export async function countRepeatedVoid(
  manager: EntityManager,
  tenantId: string,
  accountId: string,
  limits: AppliedLimit[],
  field: string[],
): Promise<void> {
  if (limits.length === 0) return;
  const counts = await addSpend(manager, tenantId, accountId, [{ unit: "VOID", amount: "1" }]);
  refuseExceeded(attemptLimits(limits, "VOID"), counts, field);
}

const add = `select spender, period, unit, used, ends_at as "endsAt"
  from add_spend($1, $2, now()::timestamptz(3), $3::text[], $4::numeric[])`;

function addSpend(
  manager: EntityManager,
  tenantId: string,
  accountId: string,
  amounts: { unit: string; amount: string }[],
): Promise<Count[]> {
  const units = amounts.map(({ unit }) => unit);
  return manager.query(add, [tenantId, accountId, units, amounts.map(({ amount }) => amount)]);
}

function isFirstOfDay({ spender, period, unit, used }: Count, labels: number): boolean {
  return spender === wholeTenant && period === "DAY" && unit === labelUnit && Number(used) === labels;
}

async function forgetOld(manager: EntityManager): Promise<void> {
  await manager.query("delete from spend_counter where starts_at < now() - interval '2 days'");
}
