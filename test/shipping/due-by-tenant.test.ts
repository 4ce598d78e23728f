import { randomUUID } from "node:crypto";
import { inSystem } from "../../src/database/tenant-transaction.js";
import { DueRows } from "../../src/jobs/due-rows.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { createGate } from "../support/http.js";
import { aKey, aShipment, buy } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let small: string;
beforeEach(async () => {
  service = await startTestService();
  small = randomUUID();
  await seedAccount(service);
  await seedAccount(service, {}, { tenantId: small });
});
afterEach(() => service.close());

const forced = (word: "force" | "no force") =>
  ["label_purchase", "carrier_account"].map((table) => `alter table ${table} ${word} row level security;`).join(" ");

/** Not bound to one tenant, behind the API's back. */
const asOwner = (text: string) =>
  runAdmin(service.testDatabase.adminUrl, `${forced("no force")} ${text}; ${forced("force")}`);

/** A purchase of the tenant's whose answer was lost, and so many copies of it, of as many accounts. */
async function backlog(tenantId: string, copies: number, accounts: number): Promise<void> {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
  const { purchase } = await buy(service, { idempotencyKey: aKey(), shipment: aShipment() }, { tenantId });
  await asOwner(`
    insert into carrier_account select (a).* from (select jsonb_populate_record(one, jsonb_build_object('id', one.id || n)) a
      from carrier_account one cross join generate_series(1, ${accounts - 1}) n where one.tenant_id = '${tenantId}') made;
    insert into label_purchase (tenant_id, id, shipment_id, account_id, service_code, label_format, state,
        request_fingerprint, carrier_reference, next_check_at)
      select p.tenant_id, p.id || n, p.shipment_id, p.account_id || coalesce(nullif(n % ${accounts}, 0)::text, ''),
        p.service_code, p.label_format, 'NOT_CREATED', '', n, now() - interval '1 day'
      from label_purchase p cross join generate_series(1, ${copies}) n where p.id = '${purchase.id}';
    update label_purchase set next_check_at = now() - interval '1 second' where id = '${purchase.id}'`);
  await runAdmin(service.testDatabase.adminUrl, "analyze label_purchase");
}

const take = (atMost: number) =>
  inSystem(service.database, (manager) =>
    manager.query("select tenant_id from take_due_label_purchases($1, 60, 8, '{}', '{}', '{}', 4)", [atMost]),
  ) as Promise<{ tenant_id: string }[]>;

it("20,000 rows of 20 accounts due leave another tenant's one its turn, and the sweep reads few", async () => {
  await backlog(service.tenantId, 20_000, 20);
  await backlog(small, 1, 1);
  const begun = performance.now();
  const taken = (await take(40)).map((row) => row.tenant_id);
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(taken.filter((tenant) => tenant === small)).toHaveLength(2);
  expect(taken.filter((tenant) => tenant === service.tenantId).length).toBeGreaterThanOrEqual(20);
});

it("rows of a tenant that hang hold up no other's, and a tenant alone has as many under way as ever", async () => {
  await backlog(service.tenantId, 200, 20);
  const gate = createGate();
  const worked: string[] = [];
  const rows = new DueRows(service.deps, {
    ...{ sweep: "take_due_label_purchases", atOnce: 32, accounts: { atOnce: 8, more: [] }, failed: () => undefined },
    work: ({ tenantId }) => {
      worked.push(tenantId);
      return tenantId === small ? Promise.resolve() : gate.pass();
    },
  });
  let isOver = false;
  const loop = (async () => {
    while (!isOver) await rows.take();
  })();
  await eventually(() => worked.length === 32);
  await backlog(small, 3, 1);
  await eventually(() => worked.filter((tenant) => tenant === small).length === 4);
  expect(worked).toHaveLength(36);
  isOver = true;
  rows.stop();
  gate.open();
  await Promise.all([loop, rows.settled()]);
});
