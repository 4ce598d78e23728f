import { Decimal } from "decimal.js";
import type { EntityManager } from "typeorm";
import { type OperatorLimit, SpendLimit, wholeTenant } from "../../entities/spend-limit.js";

export interface AppliedLimit extends Omit<SpendLimit, "tenantId"> {
  /** A ceiling: the tenant can set a lower limit, and cannot lift it. */
  isOperators: boolean;
}

/** What binds purchases with an account: its own limits, the tenant's, and the operator's ceilings in any case. */
export async function loadSpendLimits(
  manager: EntityManager,
  ceilings: readonly OperatorLimit[],
  accountId: string,
): Promise<AppliedLimit[]> {
  const own = await manager.findBy(SpendLimit, [{ spender: wholeTenant }, { spender: accountId }]);
  return [...own.map(ofTenant), ...ceilings.map(ofOperator)];
}

/** The limits of one spender in a fixed order, as people read them: of one period and unit the lowest alone. */
export async function limitsOf(
  manager: EntityManager,
  operatorLimits: readonly OperatorLimit[],
  spender: string,
): Promise<AppliedLimit[]> {
  const order = { period: "DESC", unit: "ASC" } as const;
  const own = (await manager.find(SpendLimit, { where: { spender }, order })).map(ofTenant);
  const ceilings = spender === wholeTenant ? operatorLimits.map(ofOperator) : [];
  const lower = own.filter((limit) => !ceilings.some((ceiling) => isSame(ceiling, limit) && isBelow(ceiling, limit)));
  return [...lower, ...ceilings.filter((ceiling) => !lower.some((limit) => isSame(limit, ceiling)))];
}

type Bound = Pick<SpendLimit, "period" | "unit" | "maximum">;

export const isSame = (left: Bound, right: Bound) => left.period === right.period && left.unit === right.unit;

export const isBelow = (left: Bound, right: Bound) => new Decimal(left.maximum).lessThan(right.maximum);

const ofTenant = ({ spender, period, unit, maximum }: SpendLimit): AppliedLimit => ({
  ...{ spender, period, unit, maximum },
  isOperators: false,
});

const ofOperator = (limit: OperatorLimit): AppliedLimit => ({ ...limit, spender: wholeTenant, isOperators: true });
