import type { EntityManager } from "typeorm";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import { newId } from "../new-id.js";
import { firstPauseSeconds } from "./tracking-pauses.js";

type Bought = Pick<PurchasedPackage, "id" | "trackingNumber">;

/**
 * Begins to follow bought packages, in the transaction that stores them. Never in the way of a purchase: a number that
 * is followed already (looked up by hand before, or a placeholder of the carrier's test environment) is taken over, also
 * where it was an erased person's.
 */
export async function openTrackers(manager: EntityManager, account: CarrierAccount, bought: Bought[]): Promise<void> {
  // Two rows of one statement may not meet in one conflict.
  const byNumber = new Map(bought.map((pkg) => [pkg.trackingNumber, pkg]));
  const rows = [...byNumber.values()];
  const open = `
    insert into tracker as known
      (tenant_id, id, carrier_code, tracking_number, account_id, purchased_package_id, status, next_check_at)
    select $1, new.id, $2, new.tracking_number, $3, new.purchased_package_id, 'LABEL_CREATED',
           now() + make_interval(secs => $4)
      from unnest($5::text[], $6::text[], $7::text[]) as new (id, tracking_number, purchased_package_id)
     order by new.tracking_number
    on conflict on constraint tracker_tracking_number_unique do update
      set account_id = excluded.account_id, purchased_package_id = excluded.purchased_package_id,
          status = case when known.status = 'UNKNOWN' or known.closed_reason = 'VOIDED' then excluded.status
                        else known.status end,
          closed_reason = null, erased_at = null, next_check_at = excluded.next_check_at, opened_at = now()`;
  await manager.query(open, [
    account.tenantId,
    account.carrierCode,
    account.id,
    firstPauseSeconds,
    rows.map(() => newId("trk")),
    rows.map((row) => row.trackingNumber),
    rows.map((row) => row.id),
  ]);
}

/** Nobody follows a package whose label is voided; what has arrived has, whatever becomes of its label. Repeatable. */
export async function closeVoidedTrackers(manager: EntityManager, voided: Pick<Bought, "id">[]): Promise<void> {
  if (voided.length === 0) return;
  const close = `
    update tracker set status = 'VOIDED', closed_reason = 'VOIDED', next_check_at = null
     where purchased_package_id = any($1) and status not in ('VOIDED', 'DELIVERED', 'RETURNED')`;
  await manager.query(close, [voided.map((pkg) => pkg.id)]);
}
