import { Snapshot, type SnapshotRow } from "../../src/monitoring/snapshot.js";
import { watchStatements } from "../support/count-statements.js";
import { aKey, bought, buy, makeDue, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ spendLimits: [{ period: "DAY", unit: "LABEL", maximum: "1000" }] });
  await seedAccount(service);
});
afterAll(() => service.close());

const read = () => new Snapshot(service.database).read();

function valueIn(rows: SnapshotRow[], metric: string, labels: Record<string, string> = {}): number {
  const isMeant = (row: SnapshotRow) => Object.entries(labels).every(([name, value]) => row.labels[name] === value);
  return rows.find((row) => row.metric === metric && isMeant(row))?.value ?? 0;
}

it("counts what is open, due and spent of all tenants, without a word of theirs", async () => {
  const { id } = (await bought(service, { idempotencyKey: aKey() })).purchase;
  await service.control.addFault({ kind: "LOSE_ANSWER", operation: "SHIP", times: 1 });
  expect((await buy(service, { idempotencyKey: aKey() })).purchase.state).toBe("UNKNOWN");
  await makeDue(service);

  const rows = await read();

  expect(valueIn(rows, "purchases.open", { state: "UNKNOWN", age: "0-1m" })).toBe(1);
  expect(valueIn(rows, "purchases.oldest", { state: "UNKNOWN" })).toBeGreaterThan(0);
  expect(valueIn(rows, "work.due", { queue: "purchase" })).toBe(1);
  expect(valueIn(rows, "work.lag", { queue: "purchase" })).toBeGreaterThanOrEqual(0);
  expect(valueIn(rows, "spend", { unit: "LABEL" })).toBe(2);
  expect(valueIn(rows, "tokens", { state: "FRESH" })).toBe(1);
  const text = JSON.stringify(rows);
  for (const secret of [service.tenantId, id]) expect(text).not.toContain(secret);
});

it("sees an old one in its age, and a void that waits as one", async () => {
  await sql(service, "update label_purchase set started_at = now() - interval '30 minutes' where state = 'UNKNOWN'");
  await sql(service, "update purchased_package set void_state = 'VOID_PENDING'");
  await sql(
    service,
    "update label_purchase set next_check_at = now() - interval '5 minutes' where state = 'PURCHASED'",
  );

  const rows = await read();

  expect(valueIn(rows, "purchases.open", { state: "UNKNOWN", age: "15-60m" })).toBe(1);
  expect(valueIn(rows, "work.due", { queue: "void" })).toBe(1);
  expect(valueIn(rows, "work.lag", { queue: "void" })).toBeGreaterThanOrEqual(300);
});

it("tells of pauses and of the pace that is left, of accounts and apps together", async () => {
  const budget = (app: string, rate: number, until: string) => `
    insert into carrier_call_budget (tenant_id, app, account_id, rate, calls, counted_at, limit_rate, foreground, pauses)
    select tenant_id, '${app}', id, ${rate}, 0, now(), null, 0,
           jsonb_build_object(id, (extract(epoch from now() + interval '${until}') * 1000)::bigint) from carrier_account limit 1
    on conflict (tenant_id, app) do update set rate = excluded.rate, pauses = excluded.pauses, counted_at = now()`;
  await sql(service, budget("app-1", 7.5, "1 minute"));
  await sql(service, budget("app-2", 2.5, "-1 minute"));

  const rows = await read();

  expect([valueIn(rows, "carrier.paused"), valueIn(rows, "carrier.pace")]).toEqual([1, 2.5]);
});

it("costs one statement however often it is read", async () => {
  const snapshot = new Snapshot(service.database);
  const watch = watchStatements();
  for (let round = 0; round < 50; round++) await snapshot.read();
  await Promise.all(Array.from({ length: 50 }, () => snapshot.read()));
  const sent = watch.texts();
  watch.stop();
  expect(sent).toEqual([expect.stringMatching(/monitoring_snapshot\(\).*monitoring_pace\(\)/)]);
});

it("is refused to a tenant's role, which cannot pretend to be it either", async () => {
  await expect(sql(service, "select * from monitoring_snapshot()")).rejects.toThrow(/permission denied/);
  const strangers = await sql(
    { ...service, tenantId: service.otherTenantId },
    "select set_config('app.monitoring', 'on', true), (select count(*) from label_purchase) as seen",
  );
  expect(Number(strangers[0].seen)).toBe(0);
});
