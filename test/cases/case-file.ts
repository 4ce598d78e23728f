import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A rule of the stub between the product and the simulator, for the next calls whose path matches `match`. */
export interface TapStep {
  tap: {
    match: string;
    /** Alone: the simulator answers, and its answer arrives as this. */
    status?: number;
    headers?: Record<string, string>;
    /** Instead of the simulator's answer; it is not asked. */
    body?: unknown;
    /** The body of a function that gets the simulator's answer as `j` and returns what arrives. */
    js?: string;
    /** 1 unless told otherwise. */
    times?: number;
  };
}

/** An operation of the graph; with `poll` it is asked again until time has done its work. */
export interface DocumentStep {
  document: string;
  variables: Record<string, unknown>;
  poll?: object;
}

/** Inputs after a public report of a fault, with the behaviour that would be right. */
export interface RecordedCase {
  id: string;
  kind: string;
  whatHappened: string;
  rightBehaviour: string;
  input: { steps: (TapStep | DocumentStep)[] };
}

/** Where recorded cases are; unset on machines that have none. */
export const casesDir = process.env.CASES_DIR || null;

if (!casesDir) process.stderr.write("CASES_DIR is not set: recorded cases are not replayed\n");

/** The cases of all files of the folder; none where there is no folder. */
export function recordedCases(): RecordedCase[] {
  if (casesDir === null) return [];
  const files = readdirSync(casesDir).filter((name) => name.endsWith(".json"));
  return files.flatMap((name) => JSON.parse(readFileSync(join(casesDir ?? "", name), "utf8")).cases);
}
