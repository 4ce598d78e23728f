import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";
import { labelUnit, wholeTenant } from "../../entities/spend-limit.js";
import type { SpendPeriod } from "../../entities/values/account-enums.js";
import { count } from "../../telemetry/instruments.js";
import { refuse } from "../result.js";
import type { AppliedLimit } from "./spend-limits.js";
import { unitsOf } from "./within-ceilings.js";

/** How much of a unit was counted in a running period, this purchase included. */
export interface Count {
  spender: string;
  period: SpendPeriod;
  unit: string;
  used: string;
  endsAt: Date | string;
}

/** Throws a `Refusal` SPEND_LIMIT_EXCEEDED for the first limit that is below what was counted. */
export function refuseExceeded(limits: AppliedLimit[], counts: Count[], field: string[]): void {
  for (const limit of limits) {
    const counted = counts.find((candidate) => isOf(candidate, limit));
    if (counted === undefined || !new Decimal(counted.used).greaterThan(limit.maximum)) continue;
    count("spendRefusal", { period: limit.period, limit: words[limit.unit]?.label ?? "AMOUNT" });
    refuse("SPEND_LIMIT_EXCEEDED", message(limit, counted), field);
  }
}

/** The same for a price in a currency that the operator's amounts say nothing of: it would pass below all of them. */
export function refuseUnlimitedCurrency(limits: AppliedLimit[], { currencyCode }: Money, field: string[]): void {
  const ceilings = limits.filter(({ isOperators, unit }) => isOperators && unit !== labelUnit);
  for (const { period } of ceilings) {
    const ofPeriod = ceilings.filter((ceiling) => ceiling.period === period);
    if (ofPeriod.some(({ unit }) => unit === currencyCode)) continue;
    count("spendRefusal", { period, limit: "AMOUNT" });
    const limited = `the operator limits amounts per ${period.toLowerCase()} in ${unitsOf(ofPeriod)}`;
    refuse("SPEND_LIMIT_EXCEEDED", `It would be charged in ${currencyCode}, and ${limited}.`, field);
  }
}

function isOf(count: Count, { spender, period, unit }: AppliedLimit): boolean {
  return count.spender === spender && count.period === period && count.unit === unit;
}

/** Of units that are no currency. */
const words: Readonly<Record<string, { label: string; noun: string }>> = {
  [labelUnit]: { label: "LABELS", noun: "labels" },
  ATTEMPT: { label: "ATTEMPTS", noun: "purchases that are sent, refused ones included," },
  VOID: { label: "VOIDS", noun: "repeated voids" },
};

function message({ spender, period, unit, maximum }: AppliedLimit, { endsAt }: Count): string {
  const what = `${maximum} ${words[unit]?.noun ?? unit}`;
  const whose = spender === wholeTenant ? "in all" : "with this carrier account";
  const until = new Date(endsAt).toISOString();
  return `This would exceed the limit of ${what} per ${period.toLowerCase()} ${whose}. The period ends at ${until}.`;
}
