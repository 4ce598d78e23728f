import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { findViolations, invariants, type Violations } from "../../src/database/invariants/find-violations.js";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "../support/database.js";
import {
  insertEvent,
  insertLabel,
  insertOffer,
  insertPurchase,
  removeGuards,
  rowsOf,
  seedBought,
  type TenantRows,
} from "../support/invariant-rows.js";

const update = (columns: string) => (rows: TenantRows) => rows.run(`update label_purchase set ${columns}`);

const voidedEvent = { type: "LABEL_VOIDED", purchase_id: "lpu_1", package_id: "pkg_1" };

/** Ends the purchase that was seeded, so that another can take the shipment. */
async function voidFirst(rows: TenantRows): Promise<void> {
  await rows.run("update label_purchase set voided_at = now()");
  await rows.run("update purchased_package set void_state = 'VOIDED'");
  await insertEvent(rows, voidedEvent);
}

/** A second purchase in place of the first one, of this state, and the shipment as it then is. */
const secondPurchase = (columns: Record<string, unknown>, status: string) => async (rows: TenantRows) => {
  await voidFirst(rows);
  await insertPurchase(rows, { id: "lpu_2", ...columns });
  await rows.run(`update shipment set status = '${status}'`);
};

const listed = { tag: "stray", created_at: new Date(), ship_day: "infinity" };
const charged = (amount: string) => JSON.stringify([{ kind: "BASE", amount: { amount, currencyCode: "USD" } }]);
const soon = new Date(Date.now() + 3_600_000);
const longAgo = new Date(Date.now() - 3_600_000);
const takeReference = "carrier_reference = (select min(carrier_reference) from label_purchase)";
const takeKey = "idempotency_key = (select min(idempotency_key) from label_purchase)";
const takeNumber = "shipment_identification_number = (select min(shipment_identification_number) from label_purchase)";

/** Bought, voided and bought again; then both purchases are changed like this. */
const boughtTwice = (change: string) => async (rows: TenantRows) => {
  await voidFirst(rows);
  await insertPurchase(rows, { id: "lpu_2" });
  await insertLabel(rows, "2");
  await rows.run(`update ${change}`);
};

/** As it is after `erasePersonalData`. */
async function erased(rows: TenantRows): Promise<void> {
  await rows.run("delete from label_file");
  await rows.run("update shipping_label set erased_at = now()");
  await rows.run("update label_purchase set request_fingerprint = ''");
  await rows.run(`update shipment set erased_at = now(), ship_to = '{"lines": []}'`);
}

/** How each promise is broken, and only it; what follows from the same fault stands beside. */
const plants: Record<string, { plant: (rows: TenantRows) => Promise<void>; also?: string[] }> = {
  one_live_purchase_per_shipment: {
    plant: async (rows) => {
      await insertPurchase(rows, { id: "lpu_2" });
      await insertLabel(rows, "2");
    },
  },
  no_label_for_an_address_stated_wrong: {
    plant: boughtTwice(
      "label_purchase set void_reason = 'WRONG_ADDRESS', void_reason_at = now() - interval '1 day' where id = 'lpu_1'",
    ),
  },
  one_purchase_per_key: { plant: boughtTwice(`label_purchase set ${takeKey}`) },
  one_purchase_per_carrier_reference: { plant: boughtTwice(`label_purchase set ${takeReference}`) },
  purchased_numbers_are_unique: { plant: boughtTwice(`label_purchase set ${takeNumber}`) },
  voided_orphan_is_nobodys: {
    plant: (rows) =>
      rows.run(`insert into orphan_booking (tenant_id, number, account_id, ending, ended_at)
        select tenant_id, shipment_identification_number, account_id, 'VOIDED', now() from label_purchase`),
  },
  sent_is_noted: { plant: update("sent_at = null") },
  pending_is_young: {
    plant: secondPurchase({ state: "PENDING", started_at: longAgo, next_check_at: soon }, "PURCHASING"),
    also: ["no_purchase_is_open"],
  },
  pending_is_scheduled: {
    plant: secondPurchase({ state: "PENDING" }, "PURCHASING"),
    also: ["no_purchase_is_open"],
  },
  unknown_is_scheduled: {
    plant: secondPurchase({ state: "UNKNOWN" }, "PURCHASING"),
    also: ["no_purchase_is_open"],
  },
  not_created_is_watched: { plant: secondPurchase({ state: "NOT_CREATED" }, "VOIDED") },
  unwanted_booking_is_scheduled: {
    plant: update(`unwanted_bookings = '["1Z9"]'`),
    also: ["no_unwanted_booking_is_left"],
  },
  waiting_return_is_scheduled: {
    plant: (rows) =>
      rows.insert("generated_return", { purchase_id: "lpu_1", outbound_shipment_id: "shp_1", state: "WAITING" }),
  },
  due_is_looked_at: { plant: update("next_check_at = now() - interval '1 hour'") },
  ended_is_finished: { plant: update("finished_at = null") },
  no_purchase_is_open: { plant: secondPurchase({ state: "UNKNOWN", next_check_at: soon }, "PURCHASING") },
  no_unwanted_booking_is_left: {
    plant: update(`unwanted_bookings = '["1Z9"]', next_check_at = now() + interval '1 hour'`),
  },
  charge_items_add_up: {
    plant: update(`charges_amount = 10, charges_currency = 'USD', charge_items = '${charged("9.99")}'`),
  },
  unrated_is_scheduled: { plant: update("charges_are_estimated = true") },
  packages_cost_no_more_than_all: {
    plant: (rows) => rows.run(`update purchased_package set charge_items = '${charged("0.01")}'`),
  },
  spend_counters_add_up: {
    plant: update("counted_labels = 1"),
  },
  costs_no_more_than_accepted: {
    plant: update("checked_amount = 10, checked_currency = 'USD', most_amount = 9.99"),
  },
  accepted_offer_is_checked: {
    plant: async (rows) => {
      await insertOffer(rows);
      await update("accepted_offer_id = 'off_1', most_amount = 10")(rows);
    },
  },
  accepted_offer_agrees: {
    plant: async (rows) => {
      await insertOffer(rows, { service_code: "UPS_2ND_DAY_AIR" });
      await update("accepted_offer_id = 'off_1', most_amount = 10, checked_amount = 10, checked_currency = 'USD'")(
        rows,
      );
    },
  },
  accepted_offer_is_kept: {
    plant: async (rows) => {
      await insertOffer(rows);
      await update("rate_quote_id = 'quo_2'")(rows);
    },
  },
  purchased_has_every_label: {
    plant: (rows) =>
      rows.insert("shipment_package", {
        ...{
          id: "pkg_2",
          shipment_id: "shp_1",
          sequence: 2,
          weight_value: 1,
          weight_unit: "LB",
          package_type_code: "BOX",
        },
      }),
  },
  label_has_bytes: { plant: (rows) => rows.run("delete from label_file") },
  removed_label_file_is_voided: { plant: (rows) => rows.run("update shipping_label set file_removed_at = now()") },
  label_bytes_are_intact: { plant: (rows) => rows.run("update label_file set bytes = '^XB^XZ'") },
  unprintable_is_looked_for: { plant: (rows) => rows.run("update shipping_label set is_printable = false") },
  only_purchased_has_packages: {
    plant: async (rows) => {
      await rows.run("update label_purchase set state = 'REJECTED'");
      await rows.run("delete from shipping_event");
      await rows.run("update shipment set status = 'DRAFT'");
    },
  },
  tracking_numbers_are_unique: { plant: boughtTwice("purchased_package set tracking_number = '1ZTWICE'") },
  shipment_status_agrees: { plant: (rows) => rows.run("update shipment set status = 'DRAFT'") },
  voided_is_told_once: { plant: (rows) => insertEvent(rows, voidedEvent) },
  voided_purchase_agrees: {
    plant: (rows) => rows.run("update purchased_package set void_state = 'VOIDED'"),
    also: ["voided_is_told_once"],
  },
  label_in_force_agrees: {
    plant: (rows) => rows.run("update shipping_label set is_in_force = false"),
  },
  label_is_listed_as_bought: {
    plant: (rows) => rows.run("update shipping_label set service_code = 'UPS_OTHER'"),
  },
  tags_are_listed: {
    plant: (rows) => rows.insert("shipment_tag", { ...listed, shipment_id: "shp_1" }),
  },
  purchased_is_told_once: {
    plant: (rows) => insertEvent(rows, { type: "LABEL_PURCHASED", purchase_id: "lpu_1" }),
  },
  erased_has_no_person: {
    plant: async (rows) => {
      await erased(rows);
      await rows.run(`update shipment set ship_to = '{"lines": ["1 Main St"]}'`);
    },
  },
  erased_has_no_label_file: {
    plant: async (rows) => {
      await erased(rows);
      await rows.run("update shipping_label set erased_at = null");
    },
    also: ["label_has_bytes"],
  },
  erased_is_settled: {
    plant: async (rows) => {
      await erased(rows);
      await voidFirst(rows);
      await insertPurchase(rows, { id: "lpu_2", state: "UNKNOWN", next_check_at: soon, request_fingerprint: "" });
      await rows.run("update shipment set status = 'PURCHASING'");
    },
    also: ["no_purchase_is_open"],
  },
  void_pending_is_scheduled: {
    plant: (rows) => rows.run("update purchased_package set void_state = 'VOID_PENDING'"),
    also: ["no_void_is_pending"],
  },
  no_void_is_pending: {
    plant: async (rows) => {
      await rows.run("update purchased_package set void_state = 'VOID_PENDING'");
      await update("next_check_at = now() + interval '1 hour'")(rows);
    },
  },
};

let database: TestDatabase;
let owner: Client;
const tenants = new Map<string, string>();
let sound: string;
let found: Violations[];

const check = (isAtRest: boolean, adminUrl = database.adminUrl) =>
  findViolations({ adminUrl, reconcileAfterSeconds: 90, isAtRest });
/** Those that this tenant breaks. */
const brokenBy = (tenantId: string) =>
  found.flatMap(({ name, rows }) => (rows.some((row) => row.tenant_id === tenantId) ? [name] : []));

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.adminUrl });
  await owner.connect();
  await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
  sound = randomUUID();
  await seedBought(rowsOf(owner, sound));
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

it("finds nothing in a database that keeps every promise", async () => {
  expect(await check(true)).toEqual(invariants.map(({ name }) => ({ name, rows: [] })));
});

it("leaves out what holds at rest only, while work is under way", async () => {
  const always = invariants.filter(({ isForRest }) => !isForRest).map(({ name }) => name);
  expect((await check(false)).map(({ name }) => name)).toEqual(always);
  expect(always.length).toBeLessThan(invariants.length);
});

it("refuses a login that would see no rows", async () => {
  await expect(check(true, database.url)).rejects.toThrow(/does not see all rows of .*label_purchase/);
});

it("asks for the migrations where there are no tables", async () => {
  const empty = await createEmptyDatabase();
  await expect(check(false, empty.adminUrl)).rejects.toThrow(/run the migrations/);
  await empty.drop();
});

describe("Of many tenants", () => {
  beforeAll(async () => {
    await removeGuards(owner);
    for (const [name, { plant }] of Object.entries(plants)) {
      const rows = rowsOf(owner, randomUUID());
      tenants.set(name, rows.tenantId);
      await seedBought(rows);
      await plant(rows);
    }
    found = await check(true);
  });

  it("has a planted violation for every invariant", () => {
    expect(Object.keys(plants).sort()).toEqual(invariants.map(({ name }) => name).sort());
  });

  it.each(Object.entries(plants))("finds the one that breaks %s", (name, { also = [] }) => {
    expect(brokenBy(tenants.get(name) as string).sort()).toEqual([name, ...also].sort());
  });

  it("blames nobody else", () => {
    expect(brokenBy(sound)).toEqual([]);
  });
});
