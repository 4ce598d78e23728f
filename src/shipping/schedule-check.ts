import type { EntityManager } from "typeorm";

/** The purchase is looked at again so many seconds from now; written in the transaction that needs it. */
export async function scheduleCheck(manager: EntityManager, purchaseId: string, afterSeconds: number): Promise<void> {
  const due = "update label_purchase set next_check_at = now() + make_interval(secs => $2) where id = $1";
  await manager.query(due, [purchaseId, afterSeconds]);
}
