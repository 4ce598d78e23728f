/**
 * `npm run dev`: PostgreSQL and the simulator run on while the server is built and started anew after each change. What
 * is given by DATABASE_URL and UPS_SIMULATOR_URL is used instead.
 */
import { join, relative, sep } from "node:path";
import { Closers } from "../closers.js";
import { type Config, loadConfig } from "../config.js";
import { startEmbeddedPostgres } from "../demo-parts.js";
import { createLogger } from "../log.js";
import { compile } from "./compile.js";
import { ServerProcess } from "./server-process.js";
import { type DevSimulator, startDevSimulator } from "./simulator.js";
import { onChanges } from "./watch.js";

const root = join(import.meta.dirname, "../../..");
const simulatorSources = join(root, "packages/ups-simulator/src");
const watched = [join(root, "src"), join(root, "migrations"), simulatorSources];

const hasEnded = "The server has ended; the next change starts it anew.";

const stop = (part: { stop(): Promise<void> }) => part.stop();

async function startDev(env: NodeJS.ProcessEnv, config: Config, closers: Closers): Promise<void> {
  const isDemo = config.mode === "demo";
  const postgres =
    isDemo && config.database.url === null
      ? await closers.open("PostgreSQL", () => startEmbeddedPostgres(config, console), stop)
      : null;
  const simulator =
    isDemo && config.ups.simulatorUrl === null
      ? await closers.open("UPS simulator", () => startDevSimulator(join(config.dataDir, "ups-simulator")), stop)
      : null;
  const environment = {
    ...env,
    ...(postgres && { DATABASE_URL: postgres.serverUrl, MIGRATION_DATABASE_URL: postgres.adminUrl }),
    ...(simulator && { UPS_SIMULATOR_URL: simulator.url }),
  };
  const server = await closers.open("server", async () => new ServerProcess(environment), stop);
  const isReady = await server.restart();
  const renewed = (files: Set<string>) => renew(files, server, simulator);
  await closers.open(
    "watching",
    async () => onChanges(watched, renewed),
    async (end) => end(),
  );
  console.info(isReady ? "A saved source is built and the server started anew; all else runs on." : hasEnded);
}

/** Gives back the files when they do not compile: what runs goes on, and they count as changed until they do. */
async function renew(files: Set<string>, server: ServerProcess, simulator: DevSimulator | null): Promise<Set<string>> {
  const started = performance.now();
  const names = [...files].map((file) => relative(root, file)).join(", ");
  if (!(await compile(root))) {
    console.info("The server from before these errors goes on.");
    return files;
  }
  const ofSimulator = [...files].filter((file) => file.startsWith(simulatorSources + sep));
  if (ofSimulator.length > 0) await simulator?.restart();
  const isReady = ofSimulator.length === files.size || (await server.restart());
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.info(isReady ? `Ready ${seconds} s after ${names}` : hasEnded);
  return new Set();
}

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const config = loadConfig(env);
  const closers = new Closers(createLogger(config));
  const end = async (exitCode: number) => {
    // The server is given its grace first.
    await closers.close((config.shutdownGraceSeconds + 2) * 1000);
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  await startDev(env, config, closers).catch((error: Error) => {
    if (closers.isClosing) return;
    console.error(error.message);
    return end(1);
  });
}

void main(process.env).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
