import type { EntityManager } from "typeorm";
import { postalAddress } from "../../entities/values/postal-address.js";
import { placeFingerprint } from "../shipment/destination.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";

/** What the merchant set, and what is known of the place: any change of it gives another version. */
const versionSql = `
  select md5(concat_ws('|',
    (select string_agg(row::text, '|' order by row.id) from shipping_method row
      where row.is_published and row.archived_at is null),
    (select string_agg(row::text, '|' order by row.id) from carrier_account row where row.status <> 'ARCHIVED'),
    (select string_agg(row::text, '|' order by row.id) from package_template row where row.archived_at is null),
    (select string_agg(row::text, '|' order by row.id) from ship_from_place row where row.archived_at is null),
    (select string_agg(row::text, '|') from shipping_settings row),
    (select row::text from carrier_location row where row.id = $2),
    (select row::text from customer_carrier_account row where row.id = $4),
    (select string_agg(concat_ws(' ', row.environment, row.classification, row.status), '|' order by row.environment)
      from address_classification row where row.fingerprint = $3)
  )) as version,
  (select count(*)::integer from rate_quote row where row.id = any($1) and row.expires_at > now()) as quotes`;

/** What else an answer stands on. */
export interface Versioned {
  quoteIds: string[];
  locationId: string | null;
  customersAccountId: string | null;
  /** Fingerprint of the destination; null: it has no street. */
  place: string | null;
}

export function versionedBy(tenantId: string, input: DeliveryOptionsInput, quoteIds: string[]): Versioned {
  const { carrierLocationId: locationId = null, customerCarrierAccountId: customersAccountId = null } = input;
  return { quoteIds, locationId, customersAccountId, place: placeFingerprint(tenantId, postalAddress(input.shipTo)) };
}

/** The version, and how many of the quotes can still be bought, with one statement. */
export async function readVersion(
  manager: EntityManager,
  { quoteIds, locationId, customersAccountId, place }: Versioned,
): Promise<{ version: string; quotes: number }> {
  const [row] = await manager.query(versionSql, [quoteIds, locationId, place, customersAccountId]);
  return row;
}
