import { inTenant } from "../../src/database/tenant-transaction.js";
import { insertManyRows } from "../support/many-rows.js";
import { startTestService, type TestService } from "../support/service.js";

const count = 20_000;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await insertManyRows(service.testDatabase.adminUrl, { [service.tenantId]: count });
});
afterAll(() => service.close());

it("a void reads the labels of its own packages, of however many the tenant has", async () => {
  const read = await inTenant(service.database, service.tenantId, async (manager) => {
    await manager.query(
      "update purchased_package set void_state = 'VOID_PENDING' where id = (select max(id) from purchased_package)",
    );
    const [{ rows, voided }] = await manager.query(`
      select (seq_tup_read + idx_tup_fetch)::int as rows,
             (select count(*)::int from shipping_label where not is_in_force) as voided
        from pg_stat_xact_user_tables where relname = 'shipping_label'`);
    return { rows, voided };
  });
  expect(read.voided).toBeGreaterThan(0);
  expect(read.rows).toBeLessThan(20);
});
