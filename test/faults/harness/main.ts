import "reflect-metadata";
import { readOptions } from "./options.js";
import { printVerdicts } from "./report.js";
import { run } from "./run.js";
import { openStage } from "./stage.js";

/** Then something hangs: more than any machine takes to start, for each kill, and until all is quiet. */
const longestMinutes = (kills: number) => 10 + Math.ceil(kills / 30);

/**
 * Buyers, kills and faults at once; then quiet, and every promise is checked against UPS's own ledger. Exits 1 when one
 * was broken; with `--control` the servers buy without the claim, and it exits 1 unless doubles are found.
 */
async function main(): Promise<void> {
  const options = readOptions(process.env, process.argv.slice(2));
  const { seed, kills, buyers, servers, mutation } = options;
  const mutated = mutation ? `, mutated: ${mutation.name}` : "";
  console.info(`SEED=${seed} KILLS=${kills} BUYERS=${buyers} SERVERS=${servers}${mutated}`);
  const stage = await openStage(options);
  let isKept = true;
  const stop = (reason: string) => {
    console.info(`${reason}\n0 passed, 1 failed`);
    void stage.close(true).finally(() => process.exit(1));
  };
  const minutes = longestMinutes(kills);
  const timer = setTimeout(() => stop(`No end within ${minutes} minutes.`), minutes * 60_000);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop(`Ended by ${signal}.`));
  try {
    const verdicts = await run(options, stage);
    const failed = verdicts.filter(({ broken }) => broken.length > 0).length;
    isKept = failed > 0;
    printVerdicts(verdicts);
    if (isKept) console.info(`Replay with SEED=${seed}. Logs of the servers: ${stage.logDir}`);
    console.info(`${verdicts.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    clearTimeout(timer);
    await stage.close(isKept);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  console.info("0 passed, 1 failed");
  process.exitCode = 1;
});
