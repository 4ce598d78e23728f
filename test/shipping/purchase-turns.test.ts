import type { EntityManager } from "typeorm";
import { inSystem, inTenant } from "../../src/database/tenant-transaction.js";
import { duePurchases } from "../../src/jobs/due-purchases.js";
import { DueRows } from "../../src/jobs/due-rows.js";
import { scheduleCheck } from "../../src/shipping/booking/purchase-states.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";
import { beginLook, endLook } from "../../src/shipping/reconcile/purchase-turn.js";
import type { Turn } from "../../src/shipping/turn.js";
import { changed } from "../support/adapters.js";
import { runAdmin } from "../support/database-cluster.js";
import { createGate } from "../support/http.js";
import { buy, purchaseBy, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let purchaseId: string;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
/** One purchase is to be looked up now; what earlier tests left open is not. */
beforeEach(async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  purchaseId = (await buy(service)).purchase.id;
  await sql(service, "update label_purchase set next_check_at = case id when $1 then now() end", [purchaseId]);
});
afterAll(() => service.close());

const take = (): Promise<Turn[]> =>
  inSystem(service.database, (manager) =>
    manager.query(
      `select tenant_id as "tenantId", id, taken_until as "takenUntil" from take_due_label_purchases(10, 60)`,
    ),
  );
/** `due` in seconds, to the nearest quarter of a minute: time passes while one looks. */
const row = async () => {
  const look = `select state, checks, 15 * round(extract(epoch from next_check_at - now()) / 15)::int as due
    from label_purchase where id = $1`;
  return (await sql(service, look, [purchaseId]))[0];
};
const turnIsOver = () => sql(service, "update label_purchase set next_check_at = now() where id = $1", [purchaseId]);

/** The service as a worker sees it whose look at the carrier goes so. */
function looking(recoverLabels: () => Promise<never>): ShippingDeps {
  const ups = service.deps.carriers.get("UPS")!;
  return { ...service.deps, carriers: new Map([["UPS", changed(ups, { recoverLabels })]]) };
}

it("a purchase that one worker looks at is no other's, and has its next look when that one has ended", async () => {
  const gate = createGate();
  const slow = new DueRows(
    service,
    duePurchases(looking(() => gate.pass().then(() => Promise.reject(new Error("cut"))))),
  );
  await slow.take();
  await gate.arrived;
  expect(await take()).toEqual([]);
  expect(await row()).toEqual({ state: "UNKNOWN", checks: 1, due: 60 });
  gate.open();
  await slow.settled();
  expect(await row()).toEqual({ state: "UNKNOWN", checks: 1, due: 15 });
});

it("looks that fail come with growing pauses", async () => {
  const failing = looking(() => Promise.reject(new Error("broken")));
  const pauses: number[] = [];
  for (let look = 0; look < 4; look += 1) {
    await sweepDuePurchases(failing);
    pauses.push((await row()).due);
    await turnIsOver();
  }
  expect(pauses).toEqual([15, 30, 60, 120]);
});

it("a worker that comes too late to its turn does nothing", async () => {
  const [late] = await take();
  await turnIsOver();
  const [next] = await take();
  expect(await beginLook(service.deps, late!)).toBeNull();
  await beginLook(service.deps, next!);
  await endLook(service.deps, late!, { pause: 1 });
  expect(await row()).toEqual({ state: "UNKNOWN", checks: 1, due: 60 });
});

it("what was planned during a look stays", async () => {
  const [turn] = await take();
  const look = await beginLook(service.deps, turn!);
  await inTenant(service.database, service.tenantId, (manager) => scheduleCheck(manager, purchaseId, 300));
  await endLook(service.deps, turn!, look!);
  expect((await row()).due).toBe(300);
});

it("a purchase whose worker died is looked up by another when the turn is over", async () => {
  const [turn] = await take();
  await beginLook(service.deps, turn!);
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { id: purchaseId })).state).toBe("UNKNOWN");
  await turnIsOver();
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { id: purchaseId })).state).toBe("PURCHASED");
});

it("a sweep reads what is due and nothing else, however much was bought", async () => {
  const copies = `insert into label_purchase (tenant_id, id, shipment_id, account_id, service_code, label_format, state,
      request_fingerprint, carrier_reference, next_check_at)
    select p.tenant_id, p.id || n, p.shipment_id, p.account_id, p.service_code, p.label_format, 'REJECTED', '', n,
      case when n % 10 = 0 then now() + interval '1 day' end
      from label_purchase p cross join generate_series(1, 20000) n where p.id = $1`;
  await sql(service, copies, [purchaseId]);
  // The planner knows the rows as it would in production, not whenever autovacuum comes by; `analyze` is its owner's.
  await runAdmin(service.testDatabase.adminUrl, "analyze label_purchase");
  // What the connection did in the second before is counted too: only the difference is the sweep's.
  const counted = `select seq_scan::int as seq, idx_scan::int as idx, idx_tup_fetch::int as fetched
    from pg_stat_xact_user_tables where relname = 'label_purchase'`;
  const read = async (manager: EntityManager) => {
    const [before] = await manager.query(counted);
    const taken = await manager.query("select id from take_due_label_purchases(10, 60)");
    const [after] = await manager.query(counted);
    const parts = ["seq", "idx", "fetched"].map((part) => [part, after[part] - (before?.[part] ?? 0)]);
    return { taken, counts: Object.fromEntries(parts) };
  };
  const { taken, counts } = await inSystem(service.database, read);
  expect(taken).toEqual([{ id: purchaseId }]);
  expect(counts.seq).toBe(0);
  expect(counts.idx).toBeGreaterThan(0);
  expect(counts.fetched).toBeLessThan(5);
});
