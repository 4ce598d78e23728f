import type { EntityManager } from "typeorm";
import { labelUnit, SpendLimit, wholeTenant } from "../../entities/spend-limit.js";

/** A limit for every tenant that has none of its own for the same period and unit. */
export type DefaultSpendLimit = Pick<SpendLimit, "period" | "unit" | "maximum">;

export type AppliedLimit = Omit<SpendLimit, "tenantId">;

/** What binds purchases with an account: its own limits, the tenant's, and the defaults that these do not replace. */
export async function loadSpendLimits(
  manager: EntityManager,
  defaults: readonly DefaultSpendLimit[],
  accountId: string,
): Promise<AppliedLimit[]> {
  const own = await manager.findBy(SpendLimit, [{ spender: wholeTenant }, { spender: accountId }]);
  const isReplaced = (limit: DefaultSpendLimit) =>
    own.some((one) => one.spender === wholeTenant && one.period === limit.period && isSameUnit(one.unit, limit.unit));
  return [
    ...own,
    ...defaults.filter((limit) => !isReplaced(limit)).map((limit) => ({ spender: wholeTenant, ...limit })),
  ];
}

/** A tenant that limits its amount in another currency does not keep the default's. */
function isSameUnit(one: string, other: string): boolean {
  return (one === labelUnit) === (other === labelUnit);
}
