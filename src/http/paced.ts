import type { GraphQLError } from "graphql";
import type { RequestBudget } from "../admission/request-budget.js";
import { refusalAt } from "./refusal-at.js";

/** Objects that graphql-js may complete in one go: some milliseconds' work. A page and what hangs on it stay together. */
const chunkLength = 200;

/**
 * A list of objects, in parts where it is long, and later where the request has run for long: others run in between.
 * Loaders still see all keys of a part at once.
 */
export function paced(budget: RequestBudget, items: unknown[]): unknown {
  if (items.length > chunkLength) return inChunks(budget, items);
  return budget.isLong ? nextTurn(budget).then(() => items) : items;
}

function inChunks(budget: RequestBudget, items: unknown[]): unknown[] {
  let turn: Promise<void> | null = null;
  return items.map((item, index) => {
    if (index % chunkLength === 0) turn = index === 0 && !budget.isLong ? null : nextTurn(budget);
    return turn === null ? item : turn.then(() => item);
  });
}

/** A request that was refused meanwhile goes no further. */
async function nextTurn(budget: RequestBudget): Promise<void> {
  await budget.turn();
  if (budget.refusal !== null) throw abandoned(budget);
}

const shared = new WeakMap<RequestBudget, GraphQLError>();

/** One error for all that is left of a request: graphql-js makes none of its own for each place that meets it. */
export function abandoned(budget: RequestBudget): GraphQLError {
  const refusal = shared.get(budget) ?? refusalAt(budget, [budget.refusedField ?? ""]);
  shared.set(budget, refusal);
  return refusal;
}
