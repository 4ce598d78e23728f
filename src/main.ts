import "reflect-metadata";
import { Closers } from "./closers.js";
import { type Config, ConfigError, loadConfig } from "./config.js";
import { createLogger } from "./log.js";
import { type Running, start } from "./start.js";

/** Exits 1 with every fault at once; a stack would only hide them. */
function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function banner({ http, parts }: Running): string {
  const rows = Object.entries({ GraphQL: `${http.url}/graphql`, ...parts }).map(
    ([name, text]) => `  ${name.padEnd(14)} ${text}`,
  );
  return [
    "",
    `Shipping subgraph ready at ${http.url}`,
    "",
    ...rows,
    "",
    `Try first: open ${http.url}/ and run the operations from top to bottom: rates, a label, its PDF, a void.`,
    "Stop with Ctrl-C.",
    "",
  ].join("\n");
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger(config);
  const closers = new Closers();
  const stop = async (exitCode: number) => {
    await closers.close();
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (config.mode === "demo") console.info("\nStopping ...");
      void stop(0);
    });
  }
  try {
    const running = await start(config, log, closers);
    if (config.mode === "demo") console.info(banner(running));
    else log.info("ready", { url: running.http.url });
  } catch (error) {
    console.error(error instanceof Error && config.logLevel !== "debug" ? error.message : error);
    await stop(1);
  }
}

void main();
