import { Decimal } from "decimal.js";
import type { EntityManager } from "typeorm";
import type { Money } from "../../carrier/values.js";
import { labelUnit, wholeTenant } from "../../entities/spend-limit.js";
import type { SpendPeriod } from "../../entities/values/account-enums.js";
import { reach } from "../../failpoints.js";
import { count } from "../../telemetry/instruments.js";
import { refuse } from "../result.js";
import type { AppliedLimit } from "./spend-limits.js";

/** What a purchase takes from the limits; `price` null: not known. */
export interface Spend {
  accountId: string;
  labels: number;
  price: Money | null;
}

/** Whether the price must be known before anything is bought. */
export function limitsAmounts(limits: AppliedLimit[]): boolean {
  return limits.some(({ unit }) => unit !== labelUnit);
}

interface Count {
  spender: string;
  period: SpendPeriod;
  unit: string;
  used: string;
  endsAt: Date | string;
}

const add = `select spender, period, unit, used, ends_at as "endsAt"
  from add_spend($1, $2, now()::timestamptz(3), $3::text[], $4::numeric[])`;

/**
 * Counts the purchase against the limits, or throws a `Refusal` SPEND_LIMIT_EXCEEDED; then its transaction must be
 * rolled back, and the counters with it. Holds the tenant's counters until that transaction ends: make it the last step.
 */
export async function countSpend(
  manager: EntityManager,
  tenantId: string,
  { accountId, labels, price }: Spend,
  limits: AppliedLimit[],
  field: string[],
): Promise<void> {
  const amounts = [{ unit: labelUnit, amount: String(labels) }];
  if (price) amounts.push({ unit: price.currencyCode, amount: price.amount });
  const units = amounts.map(({ unit }) => unit);
  const counts: Count[] = await manager.query(add, [tenantId, accountId, units, amounts.map(({ amount }) => amount)]);
  for (const limit of limits) {
    const count = counts.find((candidate) => isOf(candidate, limit));
    const isExceeded = count !== undefined && new Decimal(count.used).greaterThan(limit.maximum);
    if (isExceeded) refuseSpend(limit, count, field);
  }
  if (counts.some((count) => isFirstOfDay(count, labels))) await forgetOld(manager);
  reach("spend.counted", accountId);
}

function refuseSpend(limit: AppliedLimit, counted: Count, field: string[]): never {
  count("spendRefusal", { period: limit.period, limit: limit.unit === labelUnit ? "LABELS" : "AMOUNT" });
  refuse("SPEND_LIMIT_EXCEEDED", message(limit, counted), field);
}

function isOf(count: Count, { spender, period, unit }: AppliedLimit): boolean {
  return count.spender === spender && count.period === period && count.unit === unit;
}

function message({ spender, period, unit, maximum }: AppliedLimit, { endsAt }: Count): string {
  const what = unit === labelUnit ? `${maximum} labels` : `${maximum} ${unit}`;
  const whose = spender === wholeTenant ? "in all" : "with this carrier account";
  const until = new Date(endsAt).toISOString();
  return `This would exceed the limit of ${what} per ${period.toLowerCase()} ${whose}. The period ends at ${until}.`;
}

function isFirstOfDay({ spender, period, unit, used }: Count, labels: number): boolean {
  return spender === wholeTenant && period === "DAY" && unit === labelUnit && Number(used) === labels;
}

async function forgetOld(manager: EntityManager): Promise<void> {
  await manager.query("delete from spend_counter where starts_at < now() - interval '2 days'");
}
