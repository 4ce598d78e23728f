import { parseArgs } from "node:util";
import { startSimulator } from "./start-simulator.js";

/** Runs the simulator alone: `--port 41999 --data-dir .data/ups`. Stops on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string" }, "data-dir": { type: "string" } } });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`);
  const dataDir = values["data-dir"];
  const simulator = await startSimulator({ port, ...(dataDir && { dataDir }) });
  process.stdout.write(`UPS simulator at ${simulator.url} (${dataDir ? `ledger in ${dataDir}` : "in memory"})\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void simulator.close());
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
