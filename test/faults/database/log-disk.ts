import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresServer } from "../../support/postgres-server.js";
import type { DatabaseFault, FaultGroup } from "./fault.js";
import { cannotMount, mountDisk, type SmallDisk } from "./full-disk.js";
import { openScene, type Scene } from "./scene.js";

/** The write-ahead log lies on a disk of its own. */
interface LogDisk extends Scene {
  postgres: PostgresServer;
  disk: SmallDisk;
}

/** PostgreSQL panics, and cannot even recover, until there is room and somebody starts it again. */
const full: DatabaseFault<LogDisk> = {
  name: "disk of the write-ahead log full",
  withinSeconds: 5,
  async happen({ postgres, disk }) {
    await disk.fill();
    while (await postgres.sql("select pg_switch_wal()").catch(() => null)) await sleep(20);
    await sleep(3_000);
    await disk.empty();
    await postgres.stop("immediate");
    await postgres.start();
    return new Date();
  },
};

async function open(): Promise<LogDisk> {
  const postgres = await PostgresServer.create(["min_wal_size=32MB", "max_wal_size=64MB"]);
  const disk = mountDisk(192);
  await postgres.stop();
  await postgres.moveLog(join(disk.folder, "pg_wal"));
  await postgres.start();
  const scene = await openScene(postgres.serverUrl(), postgres.adminUrl());
  const close = async (keepLogs: boolean) => {
    await scene.close(keepLogs);
    await postgres.drop();
    await disk.remove();
  };
  return { ...scene, postgres, disk, adminUrl: postgres.adminUrl, close };
}

export const logDisk: FaultGroup<LogDisk> = {
  ...{ isShared: false, buyers: 12, missing: cannotMount, open },
  faults: [full],
};
