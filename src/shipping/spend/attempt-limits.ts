import { Decimal } from "decimal.js";
import { labelUnit } from "../../entities/spend-limit.js";
import type { SpendPeriod } from "../../entities/values/account-enums.js";
import type { AppliedLimit } from "./spend-limits.js";

/** What the carrier could be asked to do without end: purchases that it refuses, voids that are repeated. */
export type AttemptUnit = "ATTEMPT" | "VOID";

/** Where amounts alone are limited: the limits on labels that production has by default. */
const usualLabels: Record<SpendPeriod, string> = { MINUTE: "300", DAY: "10000" };

/**
 * How often the carrier may be asked, whatever it answers. What it refuses is given back to the limits on labels and
 * amounts, so these alone would let a tenant be refused without end. For each spender and period twice the labels and ten
 * more: honest refusals cost nothing of what may be bought.
 */
export function attemptLimits(limits: AppliedLimit[], unit: AttemptUnit): AppliedLimit[] {
  const isFirst = (limit: AppliedLimit, index: number) =>
    limits.findIndex(({ spender, period }) => spender === limit.spender && period === limit.period) === index;
  return limits.filter(isFirst).map(({ spender, period }) => {
    const ofLabels = (limit: AppliedLimit) =>
      limit.spender === spender && limit.period === period && limit.unit === labelUnit;
    const labels = limits.filter(ofLabels).map(({ maximum }) => maximum);
    const fewest = Decimal.min(...(labels.length > 0 ? labels : [usualLabels[period]]));
    return { spender, period, unit, maximum: fewest.times(2).plus(10).toFixed(), isOperators: false };
  });
}
