import { describeCompared, exitCodeOf, summarise } from "./report.js";
import { runCheck } from "./run-check.js";
import { readSettings } from "./settings.js";

/**
 * `npm run ups:check`: where UPS's test environment and the simulator differ. Exits 0 when they are alike, 1 when they
 * differ, something is left at UPS or it was stopped, 2 when nothing could be compared.
 */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(environment, process.argv.slice(2));
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop.abort());
  // Whoever reads along has gone: what was booked is taken back all the same.
  process.stdout.on("error", () => stop.abort());
  const print = (lines: string[]) => void process.stdout.write(`${lines.join("\n")}\n`);
  const result = await runCheck(settings, {
    onCompared: (compared) => print(describeCompared(compared)),
    stop: stop.signal,
  });
  print(["", ...summarise(result)]);
  process.exitCode = stop.signal.aborted ? 1 : exitCodeOf(result);
}

main(process.env).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
