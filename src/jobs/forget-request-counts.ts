import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";

/** Removes a thousand counts whose minute is long over; true: there may be more. */
export async function forgetRequestCounts({ database }: Pick<ShippingDeps, "database">): Promise<boolean> {
  const [{ forgotten }] = await inSystem(database, (manager) =>
    manager.query("select forget_request_counts() as forgotten"),
  );
  return forgotten === 1_000;
}
