import type { Failpoint } from "../../../../src/failpoints.js";
import type { Intent } from "../intent.js";
import type { Order } from "./order.js";

/** One place of a compiled file of the server, and what stands there instead. */
export interface Edit {
  /** Below `src`, as compiled: `jobs/worker.js`. */
  file: string;
  /** Stands there exactly once. */
  find: string;
  by: string;
}

/** What a run does that looks for one weakness. */
export interface Focus extends Pick<Order, "act" | "forMs" | "isInStep"> {
  failpoints: Failpoint[];
  /** What every buyer wants; absent: all sorts. */
  wants?: Partial<Intent>;
  /** Mean pause between sessions of PostgreSQL that are ended; absent: as ever. */
  sessionEndsEveryMs?: number;
  /** Of what waits, how much becomes due at a time; absent: little. */
  dueShare?: number;
}

/** A server that breaks a promise. */
export interface Mutation {
  name: string;
  edits: Edit[];
  /** Names of the verdicts of which one at least has to find it. */
  shownBy: string[];
  /** Null: everything goes wrong. */
  focus: Focus | null;
}

/** Throws when what is to be replaced stands there not once. */
export function edited(text: string, { file, find, by }: Edit): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${find}`);
  return parts.join(by);
}
