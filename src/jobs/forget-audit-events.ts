import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";

const atOnce = 500;

/** Removes audit events older than so many days, a batch at a time; true: there may be more. The database keeps 30 days. */
export async function forgetAuditEvents({ database }: Pick<ShippingDeps, "database">, days: number): Promise<boolean> {
  const forget = "select forget_audit_events(now() - make_interval(days => $1), $2) as forgotten";
  const [{ forgotten }] = await inSystem(database, (manager) => manager.query(forget, [days, atOnce]));
  return forgotten === atOnce;
}
