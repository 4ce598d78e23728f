import { setImmediate as nextTurn } from "node:timers/promises";
import { type BudgetLimits, defaultBudgetLimits } from "../../src/admission/budget-limits.js";
import { RequestBudget } from "../../src/admission/request-budget.js";
import { asSending, currentBudget, outsideBudget, withinBudget } from "../../src/admission/work.js";
import type { AppError } from "../../src/errors.js";

const budgetOf = (limits: Partial<BudgetLimits>) => new RequestBudget({ ...defaultBudgetLimits, ...limits });

function refusalOf(work: () => unknown): AppError["exceeded"] | null {
  try {
    work();
    return null;
  } catch (error) {
    expect((error as AppError).code).toBe("REQUEST_BUDGET_EXCEEDED");
    return (error as AppError).exceeded;
  }
}

/** Keeps the thread busy. */
function compute(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

describe("a request's budget", () => {
  it("lets as much be spent as there is, and refuses what is more, and all that is tried then", () => {
    const budget = budgetOf({ ROWS: 10 });
    expect(refusalOf(() => budget.spend("ROWS", 10))).toBeNull();
    expect(budget.refusal).toBeNull();
    expect(refusalOf(() => budget.spend("ROWS", 1))).toEqual({ resource: "ROWS", limit: 10 });
    expect(refusalOf(() => budget.check())).toEqual({ resource: "ROWS", limit: 10 });
    expect(budget.refusal?.message).toMatch(/more than 10 rows of the database.*Ask for smaller pages/);
  });

  it("counts bytes that will be in the answer before they are read", () => {
    const budget = budgetOf({ ANSWER_BYTES: 100 });
    const end = budget.reserveAnswer(60);
    expect(refusalOf(() => budget.reserveAnswer(60))).toEqual({ resource: "ANSWER_BYTES", limit: 100 });
    const other = budgetOf({ ANSWER_BYTES: 100 });
    other.reserveAnswer(60)();
    end();
    expect(refusalOf(() => other.reserveAnswer(60))).toBeNull();
  });

  it("counts a call to the carrier by its exchanges, and at least one", () => {
    const budget = budgetOf({ CARRIER_CALLS: 3 });
    const end = budget.beginCall();
    budget.countExchange();
    budget.countExchange();
    end();
    const endNext = budget.beginCall();
    budget.countExchange();
    endNext();
    expect(refusalOf(() => budget.beginCall())).toEqual({ resource: "CARRIER_CALLS", limit: 3 });
  });

  it("refuses nothing of a mutation that has asked the carrier until its field has ended", () => {
    const budget = budgetOf({ ROWS: 0, CARRIER_CALLS: 1 });
    const end = budget.beginChange();
    budget.beginCall()();
    expect(refusalOf(() => budget.spend("ROWS", 5))).toBeNull();
    end();
    expect(refusalOf(() => budget.spend("ROWS", 0))).toEqual({ resource: "ROWS", limit: 0 });
  });

  it("bounds a query that asks the carrier all the while", () => {
    const budget = budgetOf({ ROWS: 0 });
    budget.beginCall();
    expect(refusalOf(() => budget.spend("ROWS", 1))).toEqual({ resource: "ROWS", limit: 0 });
  });

  it("lets so many connections be held at the same time, and the next wait for these", async () => {
    const budget = budgetOf({ CONNECTIONS: 2 });
    const [first] = await Promise.all([budget.connection(), budget.connection()]);
    let isHeld = false;
    const third = budget.connection().then((giveBack) => {
      isHeld = true;
      return giveBack;
    });
    await nextTurn();
    expect(isHeld).toBe(false);
    first!();
    (await third)();
  });

  it("adds up for how long they were held, and gives none when that is too long", async () => {
    const budget = budgetOf({ CONNECTION_MILLISECONDS: 5, CONNECTIONS: 1 });
    const giveBack = await budget.connection();
    const waiting = budget.connection();
    compute(10);
    giveBack();
    await expect(waiting).rejects.toMatchObject({ code: "REQUEST_BUDGET_EXCEEDED" });
    await expect(budget.connection()).rejects.toMatchObject({ exceeded: { resource: "CONNECTION_MILLISECONDS" } });
  });

  it("counts processor time between what it does in one turn, and not what it waits for or others do", async () => {
    const [budget, neighbour] = [budgetOf({}), budgetOf({})];
    budget.touch();
    compute(20);
    budget.touch();
    const { PROCESSOR_MILLISECONDS: spent } = budget.spent;
    expect(spent).toBeGreaterThanOrEqual(20);
    neighbour.touch();
    compute(20);
    budget.touch();
    await nextTurn();
    compute(20);
    budget.touch();
    expect(budget.spent.PROCESSOR_MILLISECONDS).toBe(spent);
    expect(neighbour.spent.PROCESSOR_MILLISECONDS).toBe(0);
  });

  it("refuses a request whose fields take too long", () => {
    const budget = budgetOf({ PROCESSOR_MILLISECONDS: 10 });
    budget.touch();
    compute(15);
    expect(refusalOf(() => budget.touch())).toEqual({ resource: "PROCESSOR_MILLISECONDS", limit: 10 });
  });

  it("lets others run between the parts of what takes long", async () => {
    const budget = budgetOf({});
    const order: string[] = [];
    const parts = [1, 2, 3, 4].map(async (part) => {
      await budget.turn(300);
      budget.touch();
      compute(15);
      budget.touch();
      order.push(`part ${part}`);
    });
    let turns = 0;
    const neighbour = (async () => {
      for (; order.length < 4; turns += 1) await nextTurn();
    })();
    await Promise.all([...parts, neighbour]);
    expect(order).toEqual(["part 1", "part 2", "part 3", "part 4"]);
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it("is that of all that its request does, but not of what is sent or goes on without it", async () => {
    const budget = budgetOf({ ROWS: 0 });
    await withinBudget(budget, async () => {
      expect(currentBudget()).toBe(budget);
      expect([asSending(currentBudget), outsideBudget(currentBudget)]).toEqual([null, null]);
    });
    expect(currentBudget()).toBeNull();
    expect(refusalOf(() => budget.spend("ROWS", 1))).toBeNull();
  });
});
