import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { migrate, undoLastMigration } from "../../src/database/migrate.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { insertLabel, insertPurchase, rowsOf, seedBought, type TenantRows } from "../support/invariant-rows.js";

let database: TestDatabase;
let owner: Client;
let tenants: TenantRows[];

beforeEach(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.adminUrl });
  await owner.connect();
  tenants = [randomUUID(), randomUUID()].map((tenantId) => rowsOf(owner, tenantId));
});
afterEach(async () => {
  await owner.end();
  await database.drop();
});

/** The database as it was before the migration. */
const undoDownTo = async (name: string) => {
  while ((await undoLastMigration(database.adminUrl)) !== name);
};
const migrateIt = () => migrate({ adminUrl: database.adminUrl, serverUrl: database.url });

it("knows which unwanted bookings were settled before, of every tenant", async () => {
  await undoDownTo("KeepSettledBookings1763960000000");
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  for (const rows of tenants) {
    await seedBought(rows);
    await insertPurchase(rows, { id: "lpu_given_up", state: "NOT_CREATED" });
    const decisions = [
      ["NOT_CREATED", "1Z0"],
      ["VOIDED_UNWANTED", "1Z1"],
      ["VOIDED_UNWANTED", "1Z1"],
      ["VOID_OF_UNWANTED_REFUSED", "1Z2"],
    ];
    for (const [index, [decision, reason]] of decisions.entries())
      await rows.insert("purchase_decision", {
        ...{ id: `pde_${index}`, purchase_id: "lpu_given_up", actor: "worker", decision, reason },
      });
  }
  await migrateIt();
  expect(await ofEach("select id, settled_bookings from label_purchase")).toEqual([
    ["lpu_1", []],
    ["lpu_given_up", ["1Z1", "1Z2"]],
  ]);
});

it("keeps what was uploaded, and what is being uploaded, of every tenant", async () => {
  await undoDownTo("ClaimUploadsAsPurchases1763961000000");
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  for (const rows of tenants) {
    await seedBought(rows);
    await rows.insert("shipping_document", {
      ...{ id: "doc_1", account_id: "cac_1", origin: "UPLOADED", kind: "DECLARATION", name: "d.txt" },
      ...{ content_type: "text/plain", byte_length: 1, sha256: "s", carrier_document_id: "2026" },
    });
    const started_at = "2026-01-01T00:00:00Z";
    await rows.insert("document_upload", { upload_key: "key:a", fingerprint: "f", document_id: "doc_1", started_at });
    await rows.insert("document_upload", { upload_key: "content:b", fingerprint: "g", started_at });
  }
  await migrateIt();
  const upToDate =
    "select idempotency_key, request_fingerprint, state, document_id, next_check_at from document_upload";
  const before = "select upload_key, fingerprint, document_id from document_upload";
  expect(await ofEach(upToDate)).toEqual([
    ["content:b", "g", "PENDING", null, new Date("2026-01-01T00:02:00Z")],
    ["key:a", "f", "UPLOADED", "doc_1", null],
  ]);
  await undoDownTo("ClaimUploadsAsPurchases1763961000000");
  expect(await ofEach(before)).toEqual([
    ["content:b", "g", null],
    ["key:a", "f", "doc_1"],
  ]);
});

it("knows which labels are in force, of every tenant", async () => {
  await undoDownTo("KeepLabelsInForce1764000000000");
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  for (const rows of tenants) {
    await seedBought(rows);
    await rows.run("update purchased_package set void_state = 'VOIDED', voided_at = now()");
    await rows.run("update label_purchase set voided_at = now()");
    await insertPurchase(rows, { id: "lpu_2" });
    await insertLabel(rows, "2");
  }
  await migrateIt();
  expect(await ofEach("select id, is_in_force from shipping_label")).toEqual([
    ["lab_1", false],
    ["lab_2", true],
  ]);
});

it("keeps what was charged in one part, of every tenant", async () => {
  await undoDownTo("KeepChargeItems1764010000000");
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  for (const rows of tenants) {
    await seedBought(rows);
    await rows.run("update label_purchase set charges_amount = 12.50, charges_currency = 'USD'");
    await insertPurchase(rows, { id: "lpu_refused", state: "REJECTED" });
  }
  await migrateIt();
  const item = { carrierChargeCode: null, kind: "OTHER", name: "Charges, not itemised" };
  expect(await ofEach("select id, charge_items from label_purchase")).toEqual([
    ["lpu_1", [{ ...item, amount: { amount: "12.50", currencyCode: "USD" } }]],
    ["lpu_refused", []],
  ]);
});

it("keeps the offers that shipments and purchases were made with, of every tenant", async () => {
  await undoDownTo("CreateAcceptedOffer1764010001000");
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  const charge = (amount: string) => ({ kind: "BASE", amount: { amount, currencyCode: "USD" } });
  for (const rows of tenants) {
    await seedBought(rows);
    for (const [id, charges] of [
      ["quo_1", [charge("9.00"), charge("1.50")]],
      ["quo_2", []],
    ])
      await rows.insert("rate_quote", {
        ...{ id, account_id: "cac_1", service_code: "UPS_GROUND", details: {}, details_fingerprint: "f" },
        ...{ price_amount: "0.00", price_currency: "USD", negotiated_amount: "8.25", carrier_currency: "USD" },
        ...{ negotiated_state: "APPLIED", charges: JSON.stringify(charges), carrier_messages: "[]" },
        ...{ is_saturday_delivery: false, expires_at: "2026-01-01T00:30:00Z", created_at: "2026-01-01T00:00:00Z" },
      });
    await rows.run("update shipment set rate_quote_id = 'quo_1'");
    await rows.run("update label_purchase set rate_quote_id = 'quo_2'");
  }
  await migrateIt();
  const offers = "select rate_quote_id, shipment_id, price_amount, carrier_amount, quoted_at from accepted_offer";
  const quotedAt = new Date("2026-01-01T00:00:00Z");
  expect(await ofEach(offers)).toEqual([
    ["quo_1", "shp_1", "0.00", "10.50", quotedAt],
    ["quo_2", "shp_1", "0.00", "8.25", quotedAt],
  ]);
  expect(await ofEach("select id, accepted_offer_id from label_purchase")).toEqual([["lpu_1", null]]);
});

it("has rated what was found without a price, unless that is long ago, of every tenant", async () => {
  await undoDownTo("RateWhatWasFound1764010002000");
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  for (const rows of tenants) {
    await seedBought(rows);
    await rows.run("update purchased_package set void_state = 'VOIDED', voided_at = now()");
    await rows.run(
      "update label_purchase set voided_at = now(), started_at = '2026-01-01', charges_are_estimated = true",
    );
    await insertPurchase(rows, { id: "lpu_2", charges_are_estimated: true });
  }
  await migrateIt();
  expect(
    await ofEach("select id, charges_are_estimated, next_check_at is not null as is_due from label_purchase"),
  ).toEqual([
    ["lpu_1", false, false],
    ["lpu_2", true, true],
  ]);
});

it("lists shipments and labels that were there before, of every tenant", async () => {
  await undoDownTo("ListShipments1764020000000");
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  for (const rows of tenants) {
    await seedBought(rows);
    await rows.run(`update shipment set ship_to = '{"countryCode": "DE"}', ship_date = '2126-03-04'`);
    const parts = { status: "DRAFT", ship_from: {}, ship_to: { countryCode: "US" }, options: {} };
    await rows.insert("shipment", { id: "shp_2", number: "S-2", ...parts });
  }
  await migrateIt();
  expect(await ofEach("select id, destination_country_code, ship_day::text, tags from shipment")).toEqual([
    ["shp_1", "DE", "2126-03-04", []],
    ["shp_2", "US", "infinity", []],
  ]);
  const columns = "shipment_id, shipment_number, account_id, service_code, destination_country_code, ship_day::text";
  expect(await ofEach(`select ${columns} from shipping_label`)).toEqual([
    ["shp_1", "S-1", "cac_1", "UPS_GROUND", "DE", "2126-03-04"],
  ]);
});

it("lists what was bought without a chosen day by the day of its purchase, of every tenant", async () => {
  await undoDownTo("KnowShipDayOfBought1764070000000");
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  for (const rows of tenants) {
    await seedBought(rows);
    await rows.run("update label_purchase set started_at = '2026-03-04T23:30:00-05:00', voided_at = now()");
    await insertPurchase(rows, { id: "lpu_2", started_at: "2026-03-07T12:00:00Z" });
    await insertLabel(rows, "2");
    await rows.run("update shipment set tags = '{gift}'");
  }
  await migrateIt();
  expect(await ofEach("select ship_date, bought_on::text, ship_day::text from shipment")).toEqual([
    [null, "2026-03-07", "2026-03-07"],
  ]);
  expect(await ofEach("select ship_day::text from shipment_tag")).toEqual([["2026-03-07"]]);
  for (const table of ["shipping_label", "shipping_label_tag"])
    expect([table, await ofEach(`select ship_day::text from ${table}`)]).toEqual([
      table,
      [["2026-03-05"], ["2026-03-07"]],
    ]);
});

it("finds what was scanned before by its place, of every tenant", async () => {
  const name = "TellScansByPlace1764130001000";
  await undoDownTo(name);
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  for (const rows of tenants) {
    await seedBought(rows);
    const tracker = { carrier_code: "UPS", tracking_number: "1Z1", account_id: "cac_1", status: "IN_TRANSIT" };
    await rows.insert("tracker", { id: "trk_1", ...tracker });
    const scan = { tracker_id: "trk_1", status: "IN_TRANSIT", description: "", told_at: "2026-03-04T12:00:00Z" };
    const newark = { city: "Newark", region: "NJ", country_code: "US" };
    await rows.insert("tracking_event", {
      id: "tev_1",
      event_key: "T I AR",
      carrier_status_code: "AR",
      ...newark,
      ...scan,
    });
    await rows.insert("tracking_event", { id: "tev_2", event_key: "T I ", carrier_status_code: "005", ...scan });
  }
  const keys = () => ofEach("select id, event_key from tracking_event");
  await migrateIt();
  expect(await keys()).toEqual([
    ["tev_1", "T I AR NEWARK NJ US"],
    ["tev_2", "T I 005   "],
  ]);
  for (const rows of tenants)
    await rows.run(`insert into tracking_event select tenant_id, 'tev_3', tracker_id, 'T I AR SECAUCUS NJ US', status,
      carrier_status_type, carrier_status_code, description, occurred_at, local_date, local_time, utc_offset, 'Secaucus',
      region, country_code, told_at from tracking_event where id = 'tev_1'`);
  await undoDownTo(name);
  expect(await keys()).toEqual([
    ["tev_1", "T I AR"],
    ["tev_2", "T I 005"],
    ["tev_3", "T I AR SECAUCUS NJ US"],
  ]);
});

/** What each of the tenants has: all of them the same. */
async function ofEach(query: string): Promise<unknown[][]> {
  const found: unknown[][][] = [];
  for (const { tenantId } of tenants) {
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    found.push((await owner.query(`${query} order by 1`)).rows.map((row) => Object.values(row)));
  }
  expect(found[1]).toEqual(found[0]);
  return found[0]!;
}
