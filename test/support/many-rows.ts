import { Client } from "pg";

/** What is rare is old, so that a list sorted by time that is walked from the other end would be walked to its end. */
const shipments = `
insert into shipment (tenant_id, id, number, status, ship_from, ship_to, options, ship_date, shipping_method_id, account_id,
    service_code, environment, order_id, reference, created_at, tags, outbound_shipment_id, return_service)
  select $1, 'shp_' || lpad(i::text, 8, '0'), 'S-' || upper(substr(md5(i::text), 1, 12)),
    case when i > $2 * 0.999 then 'DRAFT' when i < $2 * 0.02 then 'VOIDED' else 'PURCHASED' end,
    '{}', jsonb_build_object('countryCode', case when i < $2 * 0.01 then 'DE' when i % 25 = 0 then 'CA' else 'US' end), '{}',
    case when i % 2 = 0 then date '2026-01-01' + (i * 300 / $2)::int + i % 5 end,
    case when i < $2 * 0.05 then 'shm_old' when i % 2 = 0 then 'shm_main' end,
    case when i < $2 * 0.1 then 'cac_old' else 'cac_main' end,
    case when i < $2 * 0.02 then 'UPS_WORLDWIDE_EXPRESS' when i % 10 = 0 then 'UPS_NEXT_DAY_AIR' else 'UPS_GROUND' end,
    'SIMULATOR', case when i % 1000 = 0 then 'order' end, case when i % 1000 = 0 then 'reference' end,
    timestamptz '2026-01-01' + i * interval '4 minutes',
    case when i < $2 * 0.03 then '{old}'::text[] when i % 20 = 0 then '{gift,common}' when i % 2 = 0 then '{common}' else '{}' end,
    null, case when i < $2 * 0.01 then '{}'::jsonb end
  from generate_series(1, $2::int) i`;

const parts = [
  `insert into shipment_package (tenant_id, id, shipment_id, sequence, weight_value, weight_unit, package_type_code)
    select tenant_id, 'pkg' || substr(id, 4), id, 1, 1, 'LB', 'BOX' from shipment where tenant_id = $1`,
  `insert into label_purchase (tenant_id, id, shipment_id, idempotency_key, request_fingerprint, state, carrier_reference,
      account_id, service_code, label_format, shipment_identification_number, started_at, finished_at, voided_at)
    select tenant_id, 'lpu' || substr(id, 4), id, id, 'f',
      case when status = 'DRAFT' then 'REJECTED' else 'PURCHASED' end, id, account_id, service_code, 'ZPL',
      case when status <> 'DRAFT' then id end, created_at, created_at + interval '2 seconds',
      case when status = 'VOIDED' then created_at + interval '1 hour' end
    from shipment where tenant_id = $1`,
  `insert into purchased_package (tenant_id, id, purchase_id, package_id, tracking_number, void_state, voided_at)
    select tenant_id, 'ppk' || substr(id, 4), 'lpu' || substr(id, 4), 'pkg' || substr(id, 4), '1Z' || number,
      case when status = 'VOIDED' then 'VOIDED' else 'NOT_VOIDED' end,
      case when status = 'VOIDED' then created_at + interval '1 hour' end
    from shipment where tenant_id = $1 and status <> 'DRAFT'`,
  `insert into shipping_label (tenant_id, id, purchased_package_id, format, content_type, is_derived, sha256, byte_length,
      printed_at, created_at)
    select tenant_id, 'lab' || substr(id, 4), 'ppk' || substr(id, 4),
      case when right(number, 1) = '0' then 'PDF' else 'ZPL' end, 'x', false, 's', 1,
      case when right(id, 3) <> '007' then created_at end, created_at
    from shipment where tenant_id = $1 and status <> 'DRAFT'`,
  `insert into carrier_request (tenant_id, id, account_id, purchase_id, operation, duration_ms, transaction_id, started_at)
    select tenant_id, 'crq' || substr(id, 4), account_id, 'lpu' || substr(id, 4),
      case when service_code = 'UPS_WORLDWIDE_EXPRESS' then 'VALIDATE_ADDRESS' else 'SHIP' end, 1, 't', created_at
    from shipment where tenant_id = $1`,
  `insert into shipping_document (tenant_id, id, account_id, shipment_id, origin, kind, name, content_type, byte_length,
      sha256, carrier_document_id, created_at)
    select tenant_id, 'doc' || substr(id, 4), account_id, id,
      case when service_code = 'UPS_WORLDWIDE_EXPRESS' then 'UPLOADED' else 'CARRIER' end,
      case when account_id = 'cac_old' then 'DECLARATION' else 'RECEIPT' end, 'd.pdf', 'x', 1, 's', id, created_at
    from shipment where tenant_id = $1`,
];

/**
 * So many shipments of one package for each tenant: all but the newest thousandth bought, a label, a purchase, a document and
 * an exchange with the carrier each. Rare values belong to the oldest: `cac_old`, `shm_old`, `UPS_WORLDWIDE_EXPRESS`, `DE`,
 * the tag `old`. Keeps the statistics.
 */
export async function insertManyRows(adminUrl: string, counts: Record<string, number>): Promise<void> {
  const owner = new Client({ connectionString: adminUrl });
  await owner.connect();
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS') on conflict do nothing");
  for (const [tenantId, count] of Object.entries(counts)) {
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    for (const id of ["cac_old", "cac_main"])
      await owner.query(
        `insert into carrier_account (tenant_id, id, carrier_code, name, environment, status, account_number, address,
          credential_version) values ($1, $2, 'UPS', $2, 'SIMULATOR', 'ACTIVE', 'A1B2C3', '{}', 1)`,
        [tenantId, id],
      );
    for (const id of ["shm_old", "shm_main"])
      await owner.query(
        `insert into shipping_method (tenant_id, id, name, provider, integration_level, invoicing_policy)
          values ($1, $2, $2, 'UPS_LEGACY', 'RATE_ONLY', 'ACTUAL')`,
        [tenantId, id],
      );
    await owner.query(shipments, [tenantId, count]);
    for (const part of parts) await owner.query(part, [tenantId]);
  }
  await owner.query("analyze");
  await owner.end();
}
