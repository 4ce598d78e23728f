import { setTimeout as sleep } from "node:timers/promises";
import { findPgBouncer, startPgBouncer } from "../../support/pgbouncer.js";
import { PostgresServer } from "../../support/postgres-server.js";
import type { DatabaseFault, FaultGroup } from "./fault.js";
import { openScene, type Scene } from "./scene.js";

type PgBouncer = Awaited<ReturnType<typeof startPgBouncer>>;

/** PgBouncer in transaction mode between the servers and PostgreSQL. */
interface Pooled extends Scene {
  postgres: PostgresServer;
  pooler: PgBouncer;
}

const faults: DatabaseFault<Pooled>[] = [
  {
    name: "PgBouncer killed and started again",
    withinSeconds: 5,
    async happen({ pooler }) {
      await pooler.kill();
      await sleep(1_500);
      await pooler.start();
      return new Date();
    },
  },
  {
    name: "immediate shutdown behind PgBouncer",
    // It tries a server that refused it again after a pause (server_login_retry, here one second).
    withinSeconds: 5,
    async happen({ postgres }) {
      await postgres.stop("immediate");
      await sleep(1_500);
      await postgres.start();
      return new Date();
    },
  },
];

async function open(): Promise<Pooled> {
  const postgres = await PostgresServer.create();
  const pooler = await startPgBouncer(findPgBouncer() as string, postgres.serverUrl(), 8);
  const scene = await openScene(pooler.url, postgres.adminUrl(), { DATABASE_PREPARED_STATEMENTS: "off" });
  const close = async (keepLogs: boolean) => {
    await scene.close(keepLogs);
    await pooler.stop();
    await postgres.drop();
  };
  return { ...scene, postgres, pooler, adminUrl: postgres.adminUrl, close };
}

export const pooled: FaultGroup<Pooled> = {
  ...{ isShared: true, buyers: 12, open, faults },
  missing: () => (findPgBouncer() ? null : "PgBouncer is not installed"),
};
