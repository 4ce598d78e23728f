import type { Outcome } from "../../carrier/outcome.js";
import type { TrackedPackage } from "../../carrier/tracking.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";

/** Asks where a package is. When the carrier refuses the account, its packages rest. */
export async function askCarrier(
  deps: ShippingDeps,
  { adapter, access }: LoadedAccount,
  trackingNumber: string,
): Promise<Outcome<TrackedPackage | null>> {
  const outcome = await adapter.track(access, trackingNumber, { purchaseId: null });
  if (outcome.kind === "ACCOUNT_REFUSED") await rest(deps, access);
  return outcome;
}

const restSeconds = 3_600;

/** Of every package of the account, so that all instances hear of it. Waits for no lock, so nobody waits in a circle. */
function rest(deps: ShippingDeps, { tenantId, accountId }: LoadedAccount["access"]): Promise<unknown> {
  const later = `
    update tracker set next_check_at = now() + make_interval(secs => $2)
     where id in (
       select id from tracker where account_id = $1 and next_check_at < now() + make_interval(secs => $2)
          for no key update skip locked)`;
  return inTenant(deps.database, tenantId, (manager) => manager.query(later, [accountId, restSeconds]));
}
