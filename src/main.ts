import "reflect-metadata";
import { Closers } from "./closers.js";
import { type Config, ConfigError, loadConfig } from "./config.js";
import { AppError } from "./errors.js";
import { createLogger, type Log } from "./log.js";
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
    "What a buyer sees: npm run checkout, in another terminal.",
    "Stop with Ctrl-C.",
    "",
  ].join("\n");
}

/** For people: no stacks, and the cause only of what says no more than that something cannot be reached. */
function explain(error: unknown): string {
  const { message, code, cause, errors } = error as Error & { code?: string; errors?: Error[] };
  // Node gives several failed addresses of one host as an error without a message.
  const own = message || errors?.map((each) => each.message).join("; ") || code || String(error);
  return error instanceof AppError && cause ? `${own}\n  ${explain(cause)}` : own;
}

function reportFailedStart(error: unknown, config: Config, log: Log): void {
  if (config.mode === "production") log.error("The server did not start.", { error });
  else console.error(config.logLevel === "debug" ? error : explain(error));
}

/** Under npm a Ctrl-C comes twice, from the terminal and from npm; a closed terminal sends SIGHUP. */
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger(config);
  const closers = new Closers(log);
  const stop = async (exitCode: number) => {
    await closers.close(config.shutdownGraceSeconds * 1000);
    process.exit(exitCode);
  };
  const stopQuietly = () => {
    if (config.mode === "demo" && !closers.isClosing) console.info("\nStopping ...");
    void stop(0);
  };
  for (const signal of stopSignals) process.on(signal, stopQuietly);
  process.on("uncaughtException", (error) => {
    void stop(1);
    log.error("A fault in the program ends it.", { error });
  });
  try {
    const running = await start(config, log, closers);
    if (config.mode === "demo") console.info(banner(running));
    else log.info("ready", { url: running.http.url });
  } catch (error) {
    if (closers.isClosing) return;
    reportFailedStart(error, config, log);
    await stop(1);
  }
}

await main();
