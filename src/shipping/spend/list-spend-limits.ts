import { readInTenant } from "../../database/tenant-transaction.js";
import { wholeTenant } from "../../entities/spend-limit.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type AppliedLimit, limitsOf } from "./spend-limits.js";

/** What binds the tenant as a whole (`accountId` null), configured limits included, or one account besides. */
export function listSpendLimits(deps: ShippingDeps, actor: Actor, accountId: string | null): Promise<AppliedLimit[]> {
  return readInTenant(deps.database, actor.tenantId, (manager) =>
    limitsOf(manager, deps.spendLimits, accountId ?? wholeTenant),
  );
}
