import { readInTenant } from "../../database/tenant-transaction.js";
import { isDerivedReference } from "../claim/carrier-reference.js";
import type { ShippingDeps } from "../deps.js";

/** What a tenant's rows know of listed numbers and references. */
export interface KnownNumbers {
  /** Number of a shipment or of a package, to the purchase that has it; null: an orphan that was dealt with. */
  purchaseOf: Map<string, string | null>;
  purchaseOfReference: Map<string, ReferencedPurchase>;
}

export interface ReferencedPurchase {
  id: string;
  accountId: string;
  isOpen: boolean;
}

const byNumber = `
  select tracking_number as number, purchase_id as id from purchased_package where tracking_number = any($1)
  union all select shipment_identification_number, id from label_purchase where shipment_identification_number = any($1)
  union all select number, id from label_purchase, jsonb_array_elements_text(unwanted_bookings || settled_bookings) number
    where (unwanted_bookings <> '[]' or settled_bookings <> '[]') and number = any($1)
  union all select number, null from orphan_booking where ending is not null and number = any($1)`;

const byReference = `select carrier_reference as reference, id, account_id as "accountId",
    state in ('PENDING', 'UNKNOWN') as "isOpen"
  from label_purchase where carrier_reference = any($1)`;

export function knownNumbers(
  deps: ShippingDeps,
  tenantId: string,
  numbers: string[],
  references: string[],
): Promise<KnownNumbers> {
  return readInTenant(deps.database, tenantId, async (manager) => {
    const numbered: { number: string; id: string | null }[] = await manager.query(byNumber, [numbers]);
    const referenced: (ReferencedPurchase & { reference: string })[] = await manager.query(byReference, [references]);
    return {
      purchaseOf: new Map(numbered.map(({ number, id }) => [number, id])),
      purchaseOfReference: new Map(referenced.map(({ reference, ...purchase }) => [reference, purchase])),
    };
  });
}

/**
 * Tells references that were made here from those of other programs that ship with the same account; of another
 * installation's one in a thousand passes for ours.
 */
export async function ownReferences(deps: ShippingDeps, tenantId: string): Promise<(reference: string) => boolean> {
  const rows: { secret: Buffer }[] = await readInTenant(deps.database, tenantId, (manager) =>
    manager.query("select secret from reference_secret"),
  );
  return (reference) => isDerivedReference(rows[0]!.secret, reference);
}
