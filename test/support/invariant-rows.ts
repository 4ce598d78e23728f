import { createHash, randomUUID } from "node:crypto";
import { Client } from "pg";

/** Rows of a tenant as SQL, behind every use case's back. */
export interface TenantRows {
  tenantId: string;
  insert(table: string, row: Record<string, unknown>): Promise<void>;
  run(sql: string): Promise<void>;
}

/** What would stop a broken row from being written. */
const guards = [
  "drop index label_purchase_one_live_per_shipment",
  "alter table label_purchase drop constraint label_purchase_idempotency_key_unique",
  "alter table label_purchase drop constraint label_purchase_carrier_reference_unique",
  "alter table label_purchase disable trigger label_purchase_transition",
  "alter table label_purchase drop constraint label_purchase_price_is_accepted",
  "alter table label_purchase drop constraint label_purchase_offer_is_checked",
  "alter table shipping_event drop constraint shipping_event_once",
];

export async function removeGuards(owner: Client): Promise<void> {
  for (const guard of guards) await owner.query(guard);
}

/** Writes as the owner, whom the policies let write the rows of one tenant at a time. */
export function rowsOf(owner: Client, tenantId: string): TenantRows {
  const run = async (sql: string, values: unknown[] = []) => {
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    await owner.query(sql, values);
  };
  return {
    tenantId,
    run: (sql) => run(sql),
    insert(table, row) {
      const names = Object.keys(row);
      const places = names.map((_, index) => `$${index + 2}`);
      return run(`insert into ${table} (tenant_id, ${names.join(", ")}) values ($1, ${places.join(", ")})`, [
        tenantId,
        ...Object.values(row),
      ]);
    },
  };
}

const bytes = Buffer.from("^XA^XZ");
let numbers = 0;

/** An account, and a shipment of one package that is bought: every promise holds. */
export async function seedBought(rows: TenantRows): Promise<void> {
  await rows.insert("carrier_account", {
    ...{ id: "cac_1", carrier_code: "UPS", name: "Main", environment: "SIMULATOR", status: "ACTIVE" },
    ...{ account_number: "A1B2C3", address: {}, credential_version: 1 },
  });
  await rows.insert("shipment", {
    id: "shp_1",
    number: "S-1",
    status: "PURCHASED",
    ship_from: {},
    ship_to: {},
    options: {},
  });
  await rows.insert("shipment_package", {
    ...{ id: "pkg_1", shipment_id: "shp_1", sequence: 1, weight_value: 1, weight_unit: "LB", package_type_code: "BOX" },
  });
  await insertPurchase(rows, { id: "lpu_1" });
  await insertLabel(rows, "1");
}

/** A purchase of the shipment: PURCHASED unless told otherwise. */
export async function insertPurchase(rows: TenantRows, columns: Record<string, unknown>): Promise<void> {
  await rows.insert("label_purchase", {
    ...{ shipment_id: "shp_1", account_id: "cac_1", service_code: "UPS_GROUND", label_format: "ZPL" },
    ...{ idempotency_key: randomUUID(), carrier_reference: randomUUID(), request_fingerprint: "f", state: "PURCHASED" },
    shipment_identification_number: `1Z${++numbers}`,
    finished_at: columns.state === "PENDING" || columns.state === "UNKNOWN" ? null : new Date(),
    ...columns,
  });
  if ((columns.state ?? "PURCHASED") === "PURCHASED")
    await insertEvent(rows, { type: "LABEL_PURCHASED", purchase_id: columns.id });
}

/** An offer of the service that purchases of the shipment have. */
export function insertOffer(rows: TenantRows, columns: Record<string, unknown> = {}): Promise<void> {
  return rows.insert("accepted_offer", {
    ...{ id: "off_1", shipment_id: "shp_1", rate_quote_id: "quo_1", account_id: "cac_1", service_code: "UPS_GROUND" },
    ...{ price_amount: 10, price_currency: "USD", carrier_amount: 10, carrier_currency: "USD" },
    ...{ is_saturday_delivery: false, quoted_at: new Date(), ...columns },
  });
}

let positions = 0;
export function insertEvent(rows: TenantRows, columns: Record<string, unknown>): Promise<void> {
  const position = ++positions;
  return rows.insert("shipping_event", { id: `evt_${position}`, position, shipment_id: "shp_1", ...columns });
}

/** The bought package of `lpu_<name>` with its label and bytes. */
export async function insertLabel(
  rows: TenantRows,
  name: string,
  columns: Record<string, unknown> = {},
): Promise<void> {
  await rows.insert("purchased_package", {
    ...{ id: `ppk_${name}`, purchase_id: `lpu_${name}`, package_id: "pkg_1", tracking_number: `1Z${++numbers}` },
    ...columns,
  });
  await rows.insert("shipping_label", {
    ...{ id: `lab_${name}`, purchased_package_id: `ppk_${name}`, format: "ZPL", content_type: "text/plain" },
    ...{ is_derived: false, sha256: createHash("sha256").update(bytes).digest("hex"), byte_length: bytes.length },
  });
  await rows.insert("label_file", { label_id: `lab_${name}`, role: "CARRIER", content_type: "text/plain", bytes });
}
