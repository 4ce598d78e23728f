import type { EntityManager } from "typeorm";
import type { ShippingDeps } from "./deps.js";

/** The purchase is looked at again after that time, by the job sent here or, should that be lost, by the sweep. */
export async function scheduleCheck(
  deps: ShippingDeps,
  manager: EntityManager,
  purchase: { tenantId: string; id: string },
  afterSeconds: number,
): Promise<void> {
  const due = "update label_purchase set next_check_at = now() + make_interval(secs => $2) where id = $1";
  await manager.query(due, [purchase.id, afterSeconds]);
  await deps.jobs.checkPurchase(purchase.tenantId, purchase.id, afterSeconds, (sql, values) =>
    manager.query(sql, values),
  );
}
