import { inSystem } from "../../src/database/tenant-transaction.js";
import { runAdmin } from "../support/database-cluster.js";
import { aKey, aShipment, bought, buy, makeDue, requestCount, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let accountId: string;
beforeEach(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
afterEach(() => service.close());

const take = (atMost: number, perAccount: number, accounts: string[] = [], free: number[] = [], busy: number[] = []) =>
  inSystem(service.database, (manager) =>
    manager.query("select id, account_id from take_due_label_purchases($1, 60, $2, $3, $4, $5)", [
      ...[atMost, perAccount, accounts, free, busy],
    ]),
  ) as Promise<{ id: string; account_id: string }[]>;

/** A purchase whose answer was lost. */
async function unclear(carrierAccountId?: string): Promise<string> {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
  return (await buy(service, { idempotencyKey: aKey(), shipment: aShipment({ carrierAccountId }) })).purchase.id;
}

const due = (id: string, ago: string) =>
  sql(service, `update label_purchase set next_check_at = now() - interval '${ago}' where id = $1`, [id]);

it("of an account the open purchases come first, then voids, prices and what most likely never was", async () => {
  const ids: Record<string, string> = {};
  for (const name of ["never", "price", "void", "open"])
    ids[name] = name === "open" ? await unclear() : (await bought(service)).purchase.id;
  await sql(service, "update label_purchase set charges_amount = null, charges_are_estimated = true where id = $1", [
    ids.price,
  ]);
  await sql(service, "update label_purchase set unwanted_bookings = '[\"1Z\"]' where id = $1", [ids.void]);
  const never = await unclear();
  await sql(service, "update label_purchase set state = 'NOT_CREATED', finished_at = now() where id = $1", [never]);
  for (const [id, ago] of [
    [never, "4 days"],
    [ids.price, "3 days"],
    [ids.void, "2 days"],
    [ids.open, "1 second"],
  ] as const)
    await due(id!, ago);
  const order: string[] = [];
  for (let count = 0; count < 4; count += 1) order.push(...(await take(1, 1)).map(({ id }) => id));
  expect(order).toEqual([ids.open, ids.void, ids.price, never]);
});

it("one account's backlog leaves room for another's, and an account that is held is not touched", async () => {
  for (let count = 0; count < 5; count += 1) await due(await unclear(), "1 day");
  const other = await seedAccount(service, { accountNumber: "9Z8Y7X", name: "Other" });
  const theirs = await unclear(other);
  await due(theirs, "1 second");
  const counted = (rows: { account_id: string }[]) =>
    [accountId, other].map((id) => rows.filter((row) => row.account_id === id).length);
  expect(counted(await take(4, 8))).toEqual([2, 1]);
  expect(counted(await take(4, 8, [accountId], [0], [0]))).toEqual([0, 0]);
  await makeDue(service);
  expect(counted(await take(1, 8, [accountId], [7], [1]))).toEqual([0, 1]);
  expect(counted(await take(9, 2, [accountId], [3], [1]))).toEqual([3, 0]);
});

it("a look that the carrier has no time for does not count, and rows behind it stay due as they were", async () => {
  for (let count = 0; count < 20; count += 1) await unclear();
  await makeDue(service);
  await service.control.clearRequests();
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "RATE_LIMIT", retryAfter: "600", times: 100 });
  await sweepDuePurchases(service.deps);
  expect(await requestCount(service, "RECOVER_LABEL")).toBeLessThanOrEqual(8);
  await service.control.clearFaults();
  await sweepDuePurchases(service.deps);
  const rows = await sql(service, "select state, checks, next_check_at <= now() as due from label_purchase");
  expect(rows.every(({ checks }: { checks: number }) => checks === 0)).toBe(true);
  expect(rows.filter((row: { due: boolean }) => row.due).length).toBeGreaterThanOrEqual(4);
  // Buyers do not hear of it.
  expect((await bought(service)).purchase.state).toBe("PURCHASED");
});

it("a booking that is found is adopted although there is no time for its price", async () => {
  const id = await unclear();
  await makeDue(service);
  await service.control.addFault({ operation: "RATE", kind: "RATE_LIMIT", times: 1 });
  await sweepDuePurchases(service.deps);
  expect(
    await sql(service, "select state, charges_amount, charges_are_estimated from label_purchase where id = $1", [id]),
  ).toEqual([{ state: "PURCHASED", charges_amount: null, charges_are_estimated: true }]);
});

it("a sweep reads no more with 20,000 rows overdue than with few, and writes only what it takes", async () => {
  const id = await unclear();
  const copies = `insert into label_purchase (tenant_id, id, shipment_id, account_id, service_code, label_format, state,
      request_fingerprint, carrier_reference, next_check_at)
    select p.tenant_id, p.id || n, p.shipment_id, p.account_id, p.service_code, p.label_format, 'NOT_CREATED', '', n,
      now() - interval '1 day' from label_purchase p cross join generate_series(1, 20000) n where p.id = $1`;
  await sql(service, copies, [id]);
  await makeDue(service);
  await runAdmin(service.testDatabase.adminUrl, "analyze label_purchase");
  const counted = `select seq_scan::int as seq, idx_tup_fetch::int as fetched, n_tup_upd::int as written
    from pg_stat_xact_user_tables where relname = 'label_purchase'`;
  const { taken, parts } = await inSystem(service.database, async (manager) => {
    const [before] = await manager.query(counted);
    const rows = await manager.query("select id from take_due_label_purchases(8, 60, 8, '{}', '{}', '{}')");
    const [after] = await manager.query(counted);
    const differences = ["seq", "fetched", "written"].map((part) => after[part] - (before?.[part] ?? 0));
    return { taken: rows as { id: string }[], parts: differences };
  });
  expect(taken).toHaveLength(8);
  expect(taken.map((row) => row.id)).toContain(id);
  const [seq, fetched, written] = parts;
  expect([seq, written]).toEqual([0, 8]);
  expect(fetched).toBeLessThan(60);
});
