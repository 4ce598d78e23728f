/** What a run is made of; the same options replay the same plan. */
export interface HarnessOptions {
  seed: number;
  kills: number;
  buyers: number;
  servers: number;
  /** The servers buy without the claim: doubles must be found, or the harness proves nothing. */
  isControl: boolean;
}

export function readOptions(env: NodeJS.ProcessEnv, args: string[]): HarnessOptions {
  const isControl = args.includes("--control");
  return {
    seed: count(env, "SEED", Math.floor(Math.random() * 1_000_000)),
    kills: count(env, "KILLS", isControl ? 20 : 150),
    buyers: count(env, "BUYERS", 30),
    servers: count(env, "SERVERS", 4),
    isControl,
  };
}

function count(env: NodeJS.ProcessEnv, name: string, byDefault: number): number {
  const value = Number(env[name] || byDefault);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} is not a whole number`);
  return value;
}
