import type { BudgetReport, CallBudgets } from "../../src/carrier/call-budget.js";
import { exchange, firstPace } from "../../src/shipping/budget/pace.js";
import { anAccount, aRateRequest, aShipRequest } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
beforeEach(() => ups.reset());
afterAll(() => ups.close());

/** As the database shares them out, in memory; what was told is kept. */
function memoryBudgets(most: number): CallBudgets & { reports: BudgetReport[] } {
  const reports: BudgetReport[] = [];
  let pace = firstPace(performance.now(), most);
  return {
    reports,
    async exchange({ accountId }, report) {
      reports.push(report);
      const exchanged = exchange(pace, accountId, report, performance.now(), most);
      pace = exchanged.pace;
      return exchanged.share;
    },
  };
}

const background = { purchaseId: null, urgency: "BACKGROUND" } as const;
const asked = async (operation: string) =>
  (await ups.control.requests()).filter((request) => request.operation === operation).length;
const account = anAccount();
const find = (adapter: SimulatedUps["adapter"]) =>
  adapter.findByReference(account, "P1", new Date(), { ...background, purchaseId: "purchase" });

it("are made at the pace that is shared out, look-ups before packages that are followed", async () => {
  const adapter = ups.another({ budgets: memoryBudgets(20) });
  const ended: string[] = [];
  const track = () => adapter.track(account, "1Z0A1B2C0399999990", background);
  const begun = performance.now();
  const calls = Array.from({ length: 8 }, () => [
    track().then(() => ended.push("TRACK")),
    find(adapter).then(() => ended.push("LOOK_UP")),
  ]);
  await Promise.all(calls.flat());
  // 5 at once, then 5 a second.
  expect(performance.now() - begun).toBeGreaterThan(1_500);
  expect(ended.lastIndexOf("LOOK_UP")).toBeLessThan(ended.lastIndexOf("TRACK"));
  expect(ended.filter((kind) => kind === "TRACK")).toHaveLength(8);
});

it("wait for nothing that a buyer or an asker does, and these never for them or their store", async () => {
  const hanging: CallBudgets = { exchange: () => new Promise(() => undefined) };
  const adapter = ups.another({ budgets: hanging });
  void find(adapter);
  const shipped = await adapter.ship(account, aShipRequest(), { purchaseId: null });
  const rated = await adapter.rate(account, aRateRequest(), { purchaseId: null, urgency: "BUYING" });
  const checked = await adapter.rate(account, aRateRequest(), { purchaseId: null });
  expect([shipped.kind, rated.kind, checked.kind]).toEqual(["ANSWERED", "ANSWERED", "ANSWERED"]);
  expect(await asked("TRACK_BY_REFERENCE")).toBe(0);
});

it("are not repeated when UPS is busy, and make the pause that it asks for", async () => {
  const budgets = memoryBudgets(100);
  const adapter = ups.another({ budgets });
  await ups.control.addFault({ operation: "TRACK_BY_REFERENCE", kind: "RATE_LIMIT", retryAfter: "600" });
  expect(await find(adapter)).toMatchObject({ reason: "RATE_LIMITED", retryAfterSeconds: 600 });
  expect(await find(adapter)).toMatchObject({ reason: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) });
  const elsewhere = ups.another({ budgets });
  expect(await find(elsewhere)).toMatchObject({ reason: "RATE_LIMITED" });
  expect(await asked("TRACK_BY_REFERENCE")).toBe(1);
  expect((await adapter.ship(account, aShipRequest(), { purchaseId: null })).kind).toBe("ANSWERED");
});

it("slow down when a buyer or an asker is refused, without a pause", async () => {
  const budgets = memoryBudgets(100);
  const adapter = ups.another({ budgets });
  await ups.control.addFault({ operation: "RATE", kind: "RATE_LIMIT", retryAfter: "600" });
  await adapter.rate(account, aRateRequest(), { purchaseId: null });
  const ended = await find(adapter);
  expect(ended.kind).toBe("ANSWERED");
  const told = budgets.reports.find(({ throttle }) => throttle !== null);
  expect(told).toMatchObject({
    throttle: { kind: "REFUSED", retryAfterSeconds: null },
    foregroundPerSecond: expect.any(Number),
  });
});

it("slow down when UPS fails, whoever it fails", async () => {
  const budgets = memoryBudgets(100);
  const adapter = ups.another({ budgets });
  await ups.control.addFault({ operation: "RATE", kind: "STATUS", status: 503, times: 9 });
  await adapter.rate(account, aRateRequest(), { purchaseId: null });
  await find(adapter);
  expect(budgets.reports.map(({ throttle }) => throttle)).toContainEqual({ kind: "LATE" });
});

it("give up when their time to wait is over, unsent", async () => {
  const none: CallBudgets = {
    exchange: async () => ({ granted: {}, callsPerSecond: 0.5, pausedForMs: 30_000, isTight: true }),
  };
  const outcome = await find(ups.another({ budgets: none }));
  expect(outcome).toMatchObject({ kind: "UNAVAILABLE", reason: "RATE_LIMITED", retryAfterSeconds: 30 });
  expect(ups.calls).toEqual([]);
});
