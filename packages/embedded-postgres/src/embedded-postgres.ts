import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type Cluster, makeDataDir, openCluster } from "./cluster.js";
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from "./postmaster.js";

export interface EmbeddedPostgres {
  /** Owner of the database `shipping`; may create roles and databases, is no superuser. */
  adminUrl: string;
  /** What the server uses: owns nothing, no superuser, row-level security applies. */
  serverUrl: string;
  /** Fast shutdown; what was committed stays. Safe to repeat. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** The cluster is its folder `postgres`, the log `postgres.log`. */
  dataDir: string;
  log: { info(message: string): void };
  /** False only for databases that tests throw away: a power cut then destroys them. Default true. */
  isDurable?: boolean;
}

/** pg's types lack these two: the process may end while the session is open, but not while it is being closed. */
class KeeperClient extends Client {
  declare ref: () => void;
  declare unref: () => void;
}

/** Any number: only starters of embedded PostgreSQL take it, in a database of its own. */
const keeperLock = 7_246_001;
/** A killed owner's session ends within milliseconds of its socket. */
const takeOverMs = 3_000;

/**
 * Starts PostgreSQL from npm on a free loopback port, or takes over one that a killed process left running. Throws
 * when another live process uses the same `dataDir`.
 *
 * The package's own wrapper is not used: as root it creates a system user, it fails below a 0700 home, its server
 * dies of the terminal's Ctrl-C before requests are drained, and it knows nothing of a server left running.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, isDurable = true } = options;
  await makeDataDir(dataDir);
  const cluster = await openCluster(dataDir, isDurable);
  const running = await findPostmaster(cluster);
  const settings = isDurable
    ? []
    : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  const postmaster = running ?? (await startPostmaster(cluster, join(dataDir, "postgres.log"), settings));
  const { ownerPassword, serverPassword } = cluster.notes;
  const url = (user: string, password: string, database = "shipping") =>
    `postgres://${user}:${password}@127.0.0.1:${postmaster.port}/${database}`;
  const keeper = await keep(url("shipping_owner", ownerPassword, "postgres"), dataDir);
  if (running) log.info(`Took over the PostgreSQL that a killed process left running (pid ${running.pid})`);
  return {
    adminUrl: url("shipping_owner", ownerPassword),
    serverUrl: url("shipping_server", serverPassword),
    stop: () => stop(cluster, postmaster, keeper),
  };
}

/** A session whose lock lives as long as this process: it tells a server left running from one in use. */
async function keep(connectionString: string, dataDir: string): Promise<KeeperClient> {
  const keeper = new KeeperClient({ connectionString, keepAlive: true });
  keeper.on("error", () => undefined);
  await keeper.connect();
  for (const end = Date.now() + takeOverMs; ; await sleep(50)) {
    const { rows } = await keeper.query("select pg_try_advisory_lock($1) as kept", [keeperLock]);
    if (rows[0].kept) break;
    if (Date.now() > end) {
      await keeper.end();
      throw new Error(`${dataDir} is used by another running process: stop it or set another DATA_DIR.`);
    }
  }
  keeper.unref();
  return keeper;
}

async function stop(cluster: Cluster, postmaster: Postmaster, keeper: KeeperClient): Promise<void> {
  keeper.ref();
  await keeper.end().catch(() => undefined);
  await stopPostmaster(cluster, postmaster);
}
