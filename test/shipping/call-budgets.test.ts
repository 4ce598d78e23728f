import { randomUUID } from "node:crypto";
import { createCallBudgets } from "../../src/shipping/budget/call-budgets.js";
import { sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let second: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  second = await startTestService({ sharing: service });
  accountId = await seedAccount(service);
});
afterAll(async () => {
  await second.close();
  await service.close();
});

const most = 40;
const nothing = { wanted: {}, foregroundPerSecond: 0, throttle: null };
const keyOf = (app: string) => ({ tenantId: service.tenantId, accountId, app });
const budgets = () => [service, second].map(({ database }) => createCallBudgets(database, most));

it("two instances that take at once get no more together than one would alone", async () => {
  const app = randomUUID();
  const begun = performance.now();
  let calls = 0;
  while (performance.now() - begun < 1_500) {
    const takes = budgets().flatMap((store) => [store, store]);
    const report = { ...nothing, wanted: { LOOK_UP: 50 } };
    const shares = await Promise.all(takes.map((store) => store.exchange(keyOf(app), report)));
    for (const { granted } of shares) calls += granted.LOOK_UP ?? 0;
  }
  const seconds = (performance.now() - begun) / 1_000;
  // It begins with a quarter of the most, and grows by a sixtieth of it each second.
  expect(calls).toBeGreaterThan((most / 4) * (seconds - 0.5));
  expect(calls).toBeLessThanOrEqual((most / 4 + 2) * seconds + most / 4 + 1);
});

it("what one instance was told holds for the other, for this app alone", async () => {
  const app = randomUUID();
  const [first, other] = budgets();
  await first!.exchange(keyOf(app), { ...nothing, throttle: { kind: "REFUSED" as const, retryAfterSeconds: 60 } });
  const asked = { ...nothing, wanted: { TRACK: 1 } };
  const { granted, pausedForMs, isTight } = await other!.exchange(keyOf(app), asked);
  expect([granted, isTight]).toEqual([{}, true]);
  expect(pausedForMs).toBeGreaterThan(55_000);
  expect((await other!.exchange(keyOf(randomUUID()), asked)).granted).toEqual({ TRACK: 1 });
  expect(await sql(service, "select account_id, refusals from carrier_call_budget where app = $1", [app])).toEqual([
    { account_id: accountId, refusals: "1" },
  ]);
});

it("an app of one tenant is no app of another's", async () => {
  const app = randomUUID();
  const [store] = budgets();
  await store!.exchange(keyOf(app), { ...nothing, throttle: { kind: "REFUSED" as const, retryAfterSeconds: 60 } });
  const theirs = await seedAccount(service, {}, { tenantId: service.otherTenantId });
  const key = { tenantId: service.otherTenantId, accountId: theirs, app };
  expect(await store!.exchange(key, nothing)).toMatchObject({ pausedForMs: 0, isTight: false });
});
