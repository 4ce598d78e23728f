import type { Answered, Outcome } from "./loader.js";
import { kinds } from "./traffic.js";

/** What was measured within a few seconds; only the proportions between such are worth anything on a shared machine. */
export interface Round {
  /** By how many times the capacity came. */
  rushes: Record<number, Rush>;
}

export interface Rush {
  /** Good answers a second, of those at the capacity just before and after. */
  goodput: number;
  /** Milliseconds of the slowest hundredth of good answers, of those in quiet. */
  slowest: number;
  slowestOfKind: Record<string, number>;
  /** The most memory that the process held, of that with just as many requests as it can do. */
  memory: number;
  outcomes: Record<string, number>;
  problems: string[];
}

const goodOf = ({ answers }: Outcome): Answered[] => answers.filter(({ outcome }) => outcome === "GOOD");

export const goodPerSecond = (outcome: Outcome): number => goodOf(outcome).length / outcome.seconds;

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const slowest = (answers: Answered[]) =>
  quantile(
    answers.map(({ milliseconds }) => milliseconds),
    0.99,
  );

export interface Measured {
  outcome: Outcome;
  capacity: number;
  memory: number;
}

export function compare({ outcome, capacity, memory }: Measured, quiet: Outcome, usualMemory: number): Rush {
  const ofKind = (from: Outcome, kind: string) => slowest(goodOf(from).filter((answer) => answer.kind === kind));
  return {
    goodput: goodPerSecond(outcome) / capacity,
    slowest: slowest(goodOf(outcome)) / slowest(goodOf(quiet)),
    slowestOfKind: Object.fromEntries(kinds.map((kind) => [kind, ofKind(outcome, kind) / ofKind(quiet, kind)])),
    memory: memory / usualMemory,
    outcomes: countBy(outcome.answers.map((answer) => answer.outcome)),
    problems: [...new Set(outcome.answers.flatMap(({ problem }) => problem ?? []))],
  };
}

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
