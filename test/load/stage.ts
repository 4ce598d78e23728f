import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createSimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { startTestCluster, withDatabase } from "../support/database-cluster.js";
import type { Outcome, Phase } from "./loader.js";

/** `carrierSeconds`: how long UPS thinks, so that requests mostly wait for it. */
const usual = { carrierSeconds: 0.15, settings: {} as Record<string, string> };

/** Of Linux, whatever the machine. */
const msPerTick = 10;

export interface Stage {
  url: string;
  /** Of the database's owner. */
  adminUrl: string;
  load(phase: Omit<Phase, "url">): Promise<Outcome>;
  /** Megabytes that the server's process holds in memory. */
  memory(): Promise<number>;
  /** Milliseconds of processor time that the server's process has used. */
  processorMs(): Promise<number>;
  /** How often UPS was asked for prices. */
  rateCalls(): Promise<number>;
  close(): Promise<void>;
}

/** One PostgreSQL, one simulator, one server with the settings it comes with, and the clients: a process each. */
export async function openStage({ carrierSeconds, settings }: Partial<typeof usual> = usual): Promise<Stage> {
  const { cluster, stop } = await startTestCluster(process.env.TEST_DATABASE_URL);
  const database = (url: string) => withDatabase(url, cluster.template);
  const ups = await start(import.meta.resolve("@shipping-subgraph/ups-simulator/main.js"), {});
  const control = createSimulatorControl(ups.url);
  for (const operation of ["RATE", "SHIP"] as const)
    await control.addFault({
      ...{ operation, kind: "DELAY", seconds: carrierSeconds ?? usual.carrierSeconds, times: Number.MAX_SAFE_INTEGER },
    });
  const server = await start(new URL("../../src/main.js", import.meta.url).href, {
    ...{ HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "warn", UPS_SIMULATOR_URL: ups.url, EXPLORER: "off" },
    // More than any shop asks, of one tenant.
    ...{ RATE_LIMIT_STAFF: "0" },
    ...{ DATABASE_URL: database(cluster.serverUrl), MIGRATION_DATABASE_URL: database(cluster.adminUrl) },
    ...settings,
  });
  const clients = fork(fileURLToPath(new URL("./loader.js", import.meta.url)));
  return {
    url: server.url,
    adminUrl: database(cluster.adminUrl),
    async load(phase) {
      clients.send({ ...phase, url: server.url });
      const [outcome] = await once(clients, "message");
      return outcome as Outcome;
    },
    memory: async () => {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${server.child.pid}/status`, "utf8")) ?? [];
      return Number(kilobytes) / 1024;
    },
    processorMs: async () => {
      const fields = (await readFile(`/proc/${server.child.pid}/stat`, "utf8")).split(") ").at(-1)?.split(" ") ?? [];
      return (Number(fields[11]) + Number(fields[12])) * msPerTick;
    },
    rateCalls: async () => (await control.requests()).filter(({ operation }) => operation === "RATE").length,
    async close() {
      clients.disconnect();
      await end(server.child);
      await end(ups.child);
      await stop();
    },
  };
}

async function start(program: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, [fileURLToPath(program)], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`It ended with ${code}: ${program}`)));
  ended.catch(() => undefined);
  const ready = (async () => {
    for await (const line of createInterface(child.stdout)) {
      const url = /(?:ready|simulator) at (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (url) return url;
    }
    throw new Error(`It said nothing: ${program}`);
  })();
  const url = await Promise.race([ready, ended]);
  child.stdout.resume();
  return { child, url };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
