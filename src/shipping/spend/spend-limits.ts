import type { EntityManager } from "typeorm";
import { type DefaultSpendLimit, labelUnit, SpendLimit, wholeTenant } from "../../entities/spend-limit.js";

export type AppliedLimit = Omit<SpendLimit, "tenantId">;

/** What binds purchases with an account: its own limits, the tenant's, and the defaults that these do not replace. */
export async function loadSpendLimits(
  manager: EntityManager,
  defaults: readonly DefaultSpendLimit[],
  accountId: string,
): Promise<AppliedLimit[]> {
  const own = await manager.findBy(SpendLimit, [{ spender: wholeTenant }, { spender: accountId }]);
  return [...own, ...inForce(defaults, own)];
}

/** The limits of one spender, in a fixed order. */
export async function limitsOf(
  manager: EntityManager,
  defaults: readonly DefaultSpendLimit[],
  spender: string,
): Promise<AppliedLimit[]> {
  const order = { period: "DESC", unit: "ASC" } as const;
  const own = await manager.find(SpendLimit, { where: { spender }, order });
  return spender === wholeTenant ? [...own, ...inForce(defaults, own)] : own;
}

/** A tenant that limits its amount in another currency does not keep the default's. */
function inForce(defaults: readonly DefaultSpendLimit[], own: AppliedLimit[]): AppliedLimit[] {
  const isReplaced = ({ period, unit }: DefaultSpendLimit) =>
    own.some((limit) => limit.spender === wholeTenant && limit.period === period && isSameKind(limit.unit, unit));
  return defaults.filter((limit) => !isReplaced(limit)).map((limit) => ({ spender: wholeTenant, ...limit }));
}

function isSameKind(left: string, right: string): boolean {
  return (left === labelUnit) === (right === labelUnit);
}
