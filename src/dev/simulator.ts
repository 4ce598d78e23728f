import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

export interface DevSimulator {
  url: string;
  /** The same address and ledger, the newest code. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The simulator in a thread, which loads its code anew with each start and ends with this process, whatever ends it. */
export async function startDevSimulator(dataDir: string): Promise<DevSimulator> {
  let { thread, url } = await startThread(["--data-dir", dataDir]);
  const { port } = new URL(url);
  return {
    url,
    async restart() {
      await thread.terminate();
      ({ thread, url } = await startThread(["--data-dir", dataDir, "--port", port]));
    },
    async stop() {
      await thread.terminate();
    },
  };
}

async function startThread(argv: string[]): Promise<{ thread: Worker; url: string }> {
  const file = fileURLToPath(import.meta.resolve("@shipping-subgraph/ups-simulator/main.js"));
  const thread = new Worker(file, { argv, stdout: true });
  const lines = createInterface(thread.stdout);
  const ended = once(thread, "exit").then(() => {
    throw new Error("The UPS simulator ended.");
  });
  const [line] = await Promise.race([once(lines, "line"), ended]);
  ended.catch(() => undefined);
  const url = /https?:\S+/.exec(line)?.[0] ?? "";
  return { thread, url };
}
