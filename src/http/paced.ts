import type { GraphQLError } from "graphql";
import type { RequestBudget } from "../admission/request-budget.js";
import { refusalAt } from "./refusal-at.js";

/** Objects of one list that graphql-js completes in one go. */
const chunkLength = 200;

/**
 * A list of objects, in parts where it is long, and later where the request has worked on many: others run in between.
 * Loaders still see all keys of a part at once.
 */
export function paced(budget: RequestBudget, items: unknown[]): unknown {
  if (items.length > chunkLength) return inChunks(budget, items);
  return nextTurn(budget, items.length)?.then(() => items) ?? items;
}

function inChunks(budget: RequestBudget, items: unknown[]): unknown[] {
  let turn: Promise<void> | undefined;
  return items.map((item, index) => {
    if (index % chunkLength === 0) turn = nextTurn(budget, Math.min(chunkLength, items.length - index));
    return turn?.then(() => item) ?? item;
  });
}

/** A request that was refused meanwhile goes no further. */
function nextTurn(budget: RequestBudget, objects: number): Promise<void> | undefined {
  return budget.turn(objects)?.then(() => {
    if (budget.refusal !== null) throw abandoned(budget);
  });
}

const shared = new WeakMap<RequestBudget, GraphQLError>();

/** One error for all that is left of a request: graphql-js makes none of its own for each place that meets it. */
export function abandoned(budget: RequestBudget): GraphQLError {
  const refusal = shared.get(budget) ?? refusalAt(budget, [budget.refusedField ?? ""]);
  shared.set(budget, refusal);
  return refusal;
}
