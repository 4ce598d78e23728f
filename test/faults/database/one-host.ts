import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresServer } from "../../support/postgres-server.js";
import { signalAll } from "../../support/process-tree.js";
import { type Relay, startRelay } from "../../support/relay.js";
import { during } from "./during.js";
import type { DatabaseFault, FaultGroup } from "./fault.js";
import { cannotMount, mountDisk, type SmallDisk } from "./full-disk.js";
import { scarcity } from "./scarcity.js";
import { openScene, type Scene } from "./scene.js";

/** One PostgreSQL behind a network that can be cut. */
export interface OneHost extends Scene {
  postgres: PostgresServer;
  network: Relay;
  /** Null: there is no right to mount one. */
  disk: SmallDisk | null;
}

const sessions = (host: OneHost): Promise<{ pid: number }[]> =>
  host.postgres.sql("select pid from pg_stat_activity where usename = 'shipping_server'");

const terminate = "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'shipping_server'";

const sessionFaults: DatabaseFault<OneHost>[] = [
  {
    name: "storm of ended sessions",
    withinSeconds: 5,
    async happen({ postgres }) {
      await during(4_000, 40, () => postgres.sql(terminate));
      return new Date();
    },
  },
  {
    name: "sessions stopped (SIGSTOP)",
    withinSeconds: 5,
    async happen(host) {
      const pids = (await sessions(host)).map(({ pid }) => pid);
      signalAll(pids, "SIGSTOP");
      await sleep(6_000);
      signalAll(pids, "SIGCONT");
      return new Date();
    },
  },
  {
    name: "session killed (SIGKILL)",
    withinSeconds: 5,
    async happen(host) {
      const [session] = await sessions(host);
      signalAll([session!.pid], "SIGKILL");
      await sleep(100);
      await host.postgres.isReady();
      return new Date();
    },
  },
];

const restart = (name: string, end: (postgres: PostgresServer) => Promise<void>): DatabaseFault<OneHost> => ({
  name,
  withinSeconds: 5,
  async happen({ postgres }) {
    await end(postgres);
    await sleep(1_500);
    await postgres.start();
    return new Date();
  },
});

const serverFaults: DatabaseFault<OneHost>[] = [
  restart("fast shutdown and restart", (postgres) => postgres.stop("fast")),
  restart("immediate shutdown and restart", (postgres) => postgres.stop("immediate")),
  restart("postmaster killed (SIGKILL)", (postgres) => postgres.killPostmaster()),
  {
    name: "server stopped (SIGSTOP)",
    withinSeconds: 5,
    async happen({ postgres }) {
      postgres.freeze();
      await sleep(8_000);
      postgres.thaw();
      return new Date();
    },
  },
];

const networkFaults: DatabaseFault<OneHost>[] = [
  {
    name: "network resets",
    withinSeconds: 5,
    async happen({ network }) {
      await during(3_000, 120, () => network.reset());
      return new Date();
    },
  },
  {
    name: "network held up",
    withinSeconds: 5,
    async happen({ network }) {
      network.hold();
      await sleep(8_000);
      network.pass();
      return new Date();
    },
  },
  {
    name: "network forgets its connections",
    // What was sent meanwhile never arrives, and new connections work: only PostgreSQL's limits and the driver's end the wait.
    withinSeconds: 20,
    async happen({ network }) {
      network.swallow();
      await sleep(9_000);
      network.pass();
      return new Date();
    },
  },
];

async function open(): Promise<OneHost> {
  const postgres = await PostgresServer.create();
  const disk = cannotMount() ? null : mountDisk(160);
  if (disk) await postgres.moveTables(join(disk.folder, "tables"));
  const network = await startRelay(postgres.port);
  const url = new URL(postgres.serverUrl());
  url.port = String(network.port);
  const scene = await openScene(url.href, postgres.adminUrl());
  const close = async (keepLogs: boolean) => {
    await scene.close(keepLogs);
    await network.close();
    await postgres.drop();
    await disk?.remove();
  };
  return { ...scene, postgres, network, disk, adminUrl: postgres.adminUrl, close };
}

export const oneHost: FaultGroup<OneHost> = {
  ...{ isShared: true, buyers: 12, open },
  faults: [...sessionFaults, ...serverFaults, ...networkFaults, ...scarcity],
};
