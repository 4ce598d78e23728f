import { setImmediate as letOthersRun } from "node:timers/promises";
import type { RequestBudget } from "../admission/request-budget.js";
import { currentBudget } from "../admission/work.js";
import { AppError } from "../errors.js";
import { errorExtensions } from "./format-error.js";

/** So many levels of an answer are written one by one: root fields, pages, and what is listed in them. */
const levels = 5;
const longMs = 10;
const smallBytes = 262_144;

/**
 * The answer as JSON, byte for byte that of `JSON.stringify` with a line's end. Large ones are written in parts: others run
 * in between, and one that is larger than it was counted is given up before it is whole.
 */
export async function writeAnswer(result: object): Promise<string> {
  const budget = currentBudget();
  try {
    // What is left of a refused one is within its budget.
    if (budget?.refusal) return `${JSON.stringify(result)}\n`;
    const isSmall = budget === null || budget.spent.ANSWER_BYTES <= smallBytes;
    return isSmall ? writeAtOnce(result, budget) : await writeInParts(result, budget);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message } = error;
    return `${JSON.stringify({ errors: [{ message, extensions: errorExtensions(code, error) }], data: null })}\n`;
  }
}

function writeAtOnce(result: object, budget: RequestBudget | null): string {
  const text = `${JSON.stringify(result)}\n`;
  budget?.limitAnswer(Buffer.byteLength(text));
  return text;
}

async function writeInParts(result: object, budget: RequestBudget): Promise<string> {
  const parts: string[] = [];
  let bytes = 0;
  let since = performance.now();
  for (const part of partsOf(result, levels)) {
    parts.push(part);
    bytes += Buffer.byteLength(part);
    budget.limitAnswer(bytes);
    if (performance.now() - since < longMs) continue;
    await letOthersRun();
    since = performance.now();
  }
  return `${parts.join("")}\n`;
}

function* partsOf(value: unknown, level: number): Generator<string> {
  if (level === 0 || typeof value !== "object" || value === null) yield JSON.stringify(value) ?? "null";
  else if (Array.isArray(value)) yield* partsOfList(value, level);
  else yield* partsOfObject(value, level);
}

function* partsOfList(items: unknown[], level: number): Generator<string> {
  yield "[";
  for (const [index, item] of items.entries()) {
    if (index > 0) yield ",";
    yield* partsOf(item, level - 1);
  }
  yield "]";
}

function* partsOfObject(object: object, level: number): Generator<string> {
  yield "{";
  let isFirst = true;
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${isFirst ? "" : ","}${JSON.stringify(name)}:`;
    isFirst = false;
    yield* partsOf(value, level - 1);
  }
  yield "}";
}
