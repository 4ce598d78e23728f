import "reflect-metadata";
import { readOptions } from "./options.js";
import { printVerdicts } from "./report.js";
import { run } from "./run.js";
import type { Mutation } from "./server/mutation.js";
import { mutations } from "./server/mutations.js";
import { openStage } from "./stage.js";
import type { Verdict } from "./verdict.js";

/** Of kills and freezes in one run. */
const mostBlows = "20";
/** A mutation that does not show in so many runs is not found. */
const mostRuns = 2;

/** Each mutated server alone, until it was struck a few times; exits 1 unless every one is found. Arguments: some of their names. */
async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const chosen = mutations.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
  const verdicts: Verdict[] = [];
  for (const mutation of chosen) {
    const found = await look(mutation, mostRuns);
    verdicts.push(...found.map(({ name, broken }) => ({ name: `${mutation.name} ${name}`, broken })));
  }
  const failed = verdicts.filter(({ broken }) => broken.length > 0).length;
  printVerdicts(verdicts);
  console.info(`${verdicts.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function look(mutation: Mutation, runs: number): Promise<Verdict[]> {
  const env = { ...process.env, KILLS: process.env.KILLS || mostBlows };
  const options = { ...readOptions(env, []), mutation };
  console.info(`\n${mutation.name}, SEED=${options.seed}`);
  const stage = await openStage(options);
  const verdicts = await run(options, stage).finally(() => stage.close(false));
  const isFound = verdicts.every(({ broken }) => broken.length === 0);
  return isFound || runs === 1 ? verdicts : look(mutation, runs - 1);
}

main().catch((error: unknown) => {
  console.error(error);
  console.info("0 passed, 1 failed");
  process.exitCode = 1;
});
