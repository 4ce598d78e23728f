import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closeDatabase, type Database, openDatabase } from "../../src/database/data-source.js";
import { beatHeart } from "../../src/database/heartbeat.js";
import { migrate } from "../../src/database/migrate.js";
import { eventually } from "../support/eventually.js";
import { startTestHttpServer } from "../support/http.js";
import { PostgresServer } from "../support/postgres-server.js";
import { cannotMount, mountDisk, type SmallDisk } from "./database/full-disk.js";

const missing = cannotMount();
if (missing) process.stderr.write(`Readiness on a full disk was not tested: ${missing}.\n`);
const itOnDisk = missing ? it.skip : it;

let postgres: PostgresServer;
let disk: SmallDisk | null = null;
let database: Database;
let server: Awaited<ReturnType<typeof startTestHttpServer>>;

beforeAll(async () => {
  postgres = await PostgresServer.create();
  disk = missing ? null : mountDisk(64);
  if (disk) await postgres.moveTables(join(disk.folder, "tables"));
  await migrate({ adminUrl: postgres.adminUrl(), serverUrl: postgres.serverUrl(), log: { info: () => undefined } });
  database = await openDatabase({ url: postgres.serverUrl(), entities: [] });
  server = await startTestHttpServer({
    readiness: async () => {
      const reasons = await beatHeart(database);
      return { ok: reasons.length === 0, reasons };
    },
  });
});
afterAll(async () => {
  await server.stop();
  await closeDatabase(database);
  await postgres.drop();
  await disk?.remove();
});

const said = async () => {
  const answer = await server.get("/readyz");
  return [answer.status, ((await answer.json()) as { reasons: string[] }).reasons];
};
const isSaid = (wanted: [number, string[]]) =>
  eventually(said, (answer) => JSON.stringify(answer) === JSON.stringify(wanted));

itOnDisk("/readyz says that the disk is full, and is well when there is room again", async () => {
  await isSaid([200, []]);
  await disk?.fill();

  await isSaid([503, ["The database's disk is full."]]);
  await disk?.empty();

  await isSaid([200, []]);
});

it("/readyz says that its database has become a standby, and is well when that takes writes", async () => {
  await isSaid([200, []]);
  const signal = join(postgres.folder, "data", "standby.signal");
  await postgres.stop();
  await writeFile(signal, "");
  await postgres.start();

  await isSaid([503, ["The database takes no writes: it is a standby, or read-only."]]);
  await postgres.promote();

  await isSaid([200, []]);
  await rm(signal, { force: true });
});
