import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";
import { reconcilePurchase } from "../shipping/reconcile/reconcile-purchase.js";
import type { PurchaseJob } from "./job-queue.js";

const atMost = 50;

/** Looks at every purchase that is due, of any tenant: what the queue lost is found here. One failure stops no other. */
export async function sweepDuePurchases(deps: ShippingDeps): Promise<void> {
  const rows = await inSystem(deps.database, (manager) =>
    manager.query("select tenant_id, id from due_label_purchases($1)", [atMost]),
  );
  for (const { tenant_id: tenantId, id } of rows as { tenant_id: string; id: string }[]) {
    await reconcileQuietly(deps, { tenantId, id });
  }
}

async function reconcileQuietly(deps: ShippingDeps, { tenantId, id }: PurchaseJob): Promise<void> {
  await reconcilePurchase(deps, tenantId, id).catch((error) => {
    deps.log.warn("A purchase could not be looked up at the carrier.", { purchaseId: id, error });
  });
}
