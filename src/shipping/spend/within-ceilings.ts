import { labelUnit, type OperatorLimit } from "../../entities/spend-limit.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { isBelow, isSame } from "./spend-limits.js";

/**
 * What would lift a limit of the operator's, of the tenant as of any account: more than the ceiling of the same period and
 * unit, or an amount in a currency that the operator gave none in. Leaving a limit out leaves the ceiling.
 */
export function aboveCeilings(
  limit: OperatorLimit,
  ceilings: readonly OperatorLimit[],
  at: (string | number)[],
): ShippingUserError[] {
  const isAmount = limit.unit !== labelUnit;
  const ofPeriod = ceilings.filter(({ period, unit }) => period === limit.period && (unit !== labelUnit) === isAmount);
  if (ofPeriod.length === 0) return [];
  const ceiling = ofPeriod.find((each) => isSame(each, limit));
  if (ceiling === undefined) {
    const message = `The operator limits amounts in ${unitsOf(ofPeriod)}: nothing is bought in ${limit.unit}.`;
    return [userError("NOT_ALLOWED", message, [...at, "maxAmount", "currencyCode"])];
  }
  if (!isBelow(ceiling, limit)) return [];
  const most = isAmount ? `${ceiling.maximum} ${ceiling.unit}` : `${ceiling.maximum} labels`;
  const message = `It is above the operator's limit of ${most} per ${limit.period.toLowerCase()}.`;
  return [userError("NOT_ALLOWED", message, [...at, ...(isAmount ? ["maxAmount", "amount"] : ["maxLabels"])])];
}

export const unitsOf = (limits: readonly OperatorLimit[]) =>
  [...new Set(limits.map(({ unit }) => unit))].sort().join(", ");
