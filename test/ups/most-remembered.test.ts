import type { BudgetReport } from "../../src/carrier/call-budget.js";
import type { TokenStore } from "../../src/carrier/ports.js";
import { exchange, firstPace } from "../../src/shipping/budget/pace.js";
import { BackgroundCalls } from "../../src/ups/wire/background-calls.js";
import type { Verdict } from "../../src/ups/wire/classify.js";
import { mostRemembered } from "../../src/ups/wire/most-remembered.js";
import { Repeats } from "../../src/ups/wire/repeat.js";
import { Tokens } from "../../src/ups/wire/token.js";
import { anAccount } from "./builders.js";

/** One account more than are remembered, and the first once more. */
const accounts = [...Array.from({ length: mostRemembered + 1 }, (_, number) => `account-${number}`), "account-0"];

it("pauses of more accounts than that are forgotten, those that came first", () => {
  const repeats = new Repeats(1);
  const verdict: Verdict = { kind: "RATE_LIMITED", retryAfterSeconds: 600, errors: [] };
  for (const accountId of accounts.slice(0, -1)) repeats.noteVerdict({ accountId, urgency: "ASKING" }, verdict);
  expect(repeats.quietMs({ accountId: "account-0", urgency: "ASKING" })).toBe(0);
  expect(repeats.quietMs({ accountId: "account-1", urgency: "ASKING" })).toBeGreaterThan(0);
});

it("tokens of more accounts than that are read again from where all instances share them", async () => {
  const seen = new Map<string, number>();
  const store = {
    async read({ accountId }: { accountId: string }) {
      seen.set(accountId, (seen.get(accountId) ?? 0) + 1);
      return null;
    },
    acquireLease: async () => true,
    releaseLease: async () => undefined,
    write: async () => undefined,
    forget: async () => undefined,
  } as TokenStore;
  const tokens = new Tokens({ store, clock: { now: () => new Date() }, leaseSeconds: 1, pollMs: 1 });
  const fetched = { kind: "FETCHED", value: "token", lifeSeconds: 3_600 } as const;
  for (const accountId of accounts) await tokens.get(anAccount({ accountId }), async () => fetched);
  expect(seen.get("account-0")).toBe(2 * (seen.get("account-1") ?? 0));
});

it("calls of more accounts than that are counted anew, and none is kept waiting", async () => {
  const told: string[] = [];
  const budgets = {
    async exchange({ accountId }: { accountId: string }, { wanted }: BudgetReport) {
      told.push(accountId);
      return { granted: wanted, callsPerSecond: 1_000, pausedForMs: 0, isTight: false };
    },
  };
  const calls = new BackgroundCalls(budgets);
  const waits = accounts.map((accountId) => calls.take(anAccount({ accountId }), "TRACK", false));
  expect(new Set(await Promise.all(waits))).toEqual(new Set([0]));
  expect(told.filter((accountId) => accountId === "account-0")).toHaveLength(2);
});

it("an app keeps the pauses of no more than a thousand accounts, the longest", () => {
  let pace = firstPace(0, 10);
  for (let number = 0; number < 1_200; number++) {
    const throttle = { kind: "REFUSED", retryAfterSeconds: 100 + number } as const;
    pace = exchange(pace, `account-${number}`, { wanted: {}, foregroundPerSecond: 0, throttle }, 1, 10).pace;
  }
  expect(Object.keys(pace.pauses)).toHaveLength(1_000);
  expect([pace.pauses["account-1199"], pace.pauses["account-0"]]).toEqual([1 + 1_299_000, undefined]);
});
