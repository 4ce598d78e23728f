import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { migrate, undoLastMigration } from "../../src/database/migrate.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { insertPurchase, rowsOf, seedBought, type TenantRows } from "../support/invariant-rows.js";

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
  for (const { tenantId } of tenants) {
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    const { rows } = await owner.query("select id, settled_bookings from label_purchase order by id");
    expect(rows).toEqual([
      { id: "lpu_1", settled_bookings: [] },
      { id: "lpu_given_up", settled_bookings: ["1Z1", "1Z2"] },
    ]);
  }
});
