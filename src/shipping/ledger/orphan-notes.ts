import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { recordAudit } from "../audit/record-audit.js";
import { isUnwanted } from "../booking/booking-claim.js";
import type { ShippingDeps } from "../deps.js";

/** A booking of which no purchase is known, by the carrier's number of the shipment. */
export interface Orphan {
  number: string;
  carrierReference: string | null;
}

type Needed = Pick<ShippingDeps, "database">;

/**
 * From now on no tenant that ships with the booking's account takes it over. False: somebody has, or is about to, and
 * nothing is noted.
 */
export async function noteOrphan(deps: Needed, owners: CarrierAccount[], orphan: Orphan): Promise<boolean> {
  const noted: CarrierAccount[] = [];
  for (const owner of oneOfEachTenant(owners)) {
    if (await inTenant(deps.database, owner.tenantId, (manager) => noteOf(manager, owner, orphan))) noted.push(owner);
    else {
      await settleOrphan(deps, noted, orphan.number, "REFUSED");
      return false;
    }
  }
  return true;
}

/** What became of it; of REFUSED it is in force, and may be taken over. */
export async function settleOrphan(
  deps: Needed,
  owners: CarrierAccount[],
  number: string,
  ending: "VOIDED" | "REFUSED",
): Promise<void> {
  const settle = "update orphan_booking set ending = $2, ended_at = now() where number = $1";
  for (const { tenantId, id } of oneOfEachTenant(owners))
    await inTenant(deps.database, tenantId, async (manager) => {
      await manager.query(settle, [number, ending]);
      if (ending === "VOIDED") await auditVoid(manager, tenantId, id, number);
    });
}

async function auditVoid(manager: EntityManager, tenantId: string, accountId: string, number: string): Promise<void> {
  const change = { field: "shipmentIdentificationNumber", before: null, after: number, isWithheld: false };
  const operator = { tenantId, subject: "operator", isOperator: true } as const;
  await recordAudit(manager, operator, { kind: "ORPHAN_BOOKING_VOIDED", targetId: accountId, changes: [change] });
}

async function noteOf(
  manager: EntityManager,
  { tenantId, id }: CarrierAccount,
  { number, carrierReference }: Orphan,
): Promise<boolean> {
  // In this order: whoever claims what a key has bought locks the booking first.
  if (!(await isUnwanted(manager, number))) return false;
  if (carrierReference !== null && (await manager.existsBy(LabelPurchase, { carrierReference }))) return false;
  const note = `insert into orphan_booking (tenant_id, number, account_id, carrier_reference) values ($1, $2, $3, $4)
    on conflict (tenant_id, number) do nothing`;
  await manager.query(note, [tenantId, number, id, carrierReference]);
  return true;
}

function oneOfEachTenant(owners: CarrierAccount[]): CarrierAccount[] {
  return [...new Map(owners.map((owner) => [owner.tenantId, owner])).values()];
}
