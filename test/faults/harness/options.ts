import type { Mutation } from "./server/mutation.js";
import { noClaim } from "./server/mutations.js";

/** What a run is made of; the same options replay the same plan. */
export interface HarnessOptions {
  seed: number;
  kills: number;
  buyers: number;
  servers: number;
  /** The servers break a promise: that must be found, or the harness proves nothing. */
  mutation: Mutation | null;
}

/** `--long`: a thousand kills. `--control`: without the claim. */
export function readOptions(env: NodeJS.ProcessEnv, args: string[]): HarnessOptions {
  const isControl = args.includes("--control");
  const kills = args.includes("--long") ? 1_000 : 150;
  return {
    seed: count(env, "SEED", Math.floor(Math.random() * 1_000_000)),
    kills: count(env, "KILLS", isControl ? 20 : kills),
    buyers: count(env, "BUYERS", 30),
    servers: count(env, "SERVERS", 4),
    mutation: isControl ? noClaim : null,
  };
}

function count(env: NodeJS.ProcessEnv, name: string, byDefault: number): number {
  const value = Number(env[name] || byDefault);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} is not a whole number`);
  return value;
}
