import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresServer } from "../../support/postgres-server.js";
import type { DatabaseFault, FaultGroup } from "./fault.js";
import { openScene, type Scene } from "./scene.js";

/** One PostgreSQL with a base backup of before anything was sold, and an archive of its log. */
interface Archived extends Scene {
  postgres: PostgresServer;
  backup: string;
  archive: string;
}

const lostMs = 1_500;

/** Only what was archived outlives the disk: the segment that is being written is ended before. */
const restored: DatabaseFault<Archived> = {
  name: "restored to a moment from a backup",
  withinSeconds: 10,
  mayLose: true,
  async happen({ postgres, backup, archive }) {
    const moment = new Date();
    await sleep(lostMs);
    const [{ file }] = await postgres.sql("select pg_walfile_name(pg_switch_wal()) as file");
    while ((await postgres.sql(`select from pg_stat_archiver where last_archived_wal >= '${file}'`)).length === 0)
      await sleep(50);
    await postgres.restore(backup, archive, moment);
    return new Date();
  },
};

async function open(): Promise<Archived> {
  const postgres = await PostgresServer.create(["archive_mode=on", "archive_command=cp %p ../archive/%f"]);
  const [backup, archive] = [join(postgres.folder, "backup"), join(postgres.folder, "archive")];
  for (const folder of [backup, archive]) await postgres.ownFolder(folder);
  await postgres.backUp(backup);
  const scene = await openScene(postgres.serverUrl(), postgres.adminUrl());
  const close = async (keepLogs: boolean) => {
    await scene.close(keepLogs);
    await postgres.drop();
  };
  return { ...scene, postgres, backup, archive, adminUrl: postgres.adminUrl, close };
}

export const restoredHost: FaultGroup<Archived> = { isShared: false, buyers: 12, open, faults: [restored] };
