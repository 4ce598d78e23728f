import type { Pool } from "pg";
import { DataSource, type EntitySchema, type MixedList } from "typeorm";
import { asUnavailable } from "./failures.js";
import { Lanes } from "./lanes.js";
import { SnakeNaming } from "./naming.js";
import { clientOf } from "./server-client.js";
import { type HostChanges, overHosts, ServerHosts } from "./server-hosts.js";
import { SilenceWatch } from "./silence-watch.js";
import { StatementNames } from "./statement-names.js";
import { textValues } from "./text-values.js";

type EntityClass = new (...args: never[]) => object;

export interface DatabaseOptions extends HostChanges {
  /** May name several hosts (`first:5432,second:5433`): the one that takes writes is used. */
  url: string;
  entities: readonly EntityClass[];
  /** Connections at most; every one is a process of PostgreSQL. Default 10. */
  poolSize?: number;
  timeouts?: Partial<DatabaseTimeouts>;
  /** False behind a pooler that does not track prepared statements (PgBouncer before 1.21). Default true. */
  preparesStatements?: boolean;
}

export interface DatabaseTimeouts {
  /** Waiting for a connection, a free or a new one. */
  connectMs: number;
  statementMs: number;
  /** Waiting for a row or table that another transaction holds. */
  lockMs: number;
  /** A transaction that says nothing for so long is ended by PostgreSQL. */
  idleInTransactionMs: number;
}

/** What `inTenant` and its siblings work on. Nothing else touches `dataSource`. */
export interface Database {
  readonly dataSource: DataSource;
  readonly pool: Pool;
  readonly lanes: Lanes;
  readonly hosts: ServerHosts;
  readonly watch: SilenceWatch;
  readonly timeouts: Readonly<DatabaseTimeouts>;
  /** Null: statements are not prepared. */
  readonly statementNames: StatementNames | null;
}

/** `connectMs` leaves a caller time for an answer of its own; the rest end what a healthy system never does. */
const defaultTimeouts: DatabaseTimeouts = {
  connectMs: 4_000,
  statementMs: 15_000,
  lockMs: 5_000,
  idleInTransactionMs: 15_000,
};

/** How long after PostgreSQL's own limit the driver gives up on a connection that has gone silent. */
const silenceMs = 5_000;

/** Connects. Throws DATABASE_UNAVAILABLE when no host that takes writes can be reached. Close with `closeDatabase`. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const hosts = new ServerHosts(options.url, options);
  const dataSource = createDataSource(options, timeouts, hosts);
  await overHosts(hosts, () => dataSource.initialize()).catch((error) => {
    throw asUnavailable(error);
  });
  const { master: pool } = dataSource.driver as unknown as { master: Pool };
  const statementNames = options.preparesStatements === false ? null : new StatementNames();
  const lanes = new Lanes(pool.options.max, timeouts.connectMs);
  return { dataSource, pool, lanes, hosts, watch: new SilenceWatch(hosts), timeouts, statementNames };
}

/** Waits for the connections in use to be given back. */
export async function closeDatabase(database: Database): Promise<void> {
  database.watch.stop();
  await database.dataSource.destroy();
}

/** A data source that is not connected yet. Statements are never logged: their parameters are people's addresses. */
export function createDataSource(
  options: DatabaseOptions,
  timeouts: DatabaseTimeouts = defaultTimeouts,
  hosts: ServerHosts = new ServerHosts(options.url),
): DataSource {
  return new DataSource({
    type: "postgres",
    url: hosts.url,
    entities: [...options.entities] as MixedList<EntitySchema | EntityClass> as never,
    namingStrategy: new SnakeNaming(),
    applicationName: "shipping",
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: timeouts.connectMs,
    installExtensions: false,
    logging: false,
    // An idle connection that breaks is only taken out of the pool.
    poolErrorHandler: () => undefined,
    extra: {
      Client: clientOf(hosts),
      pipeline: true,
      query_timeout: timeouts.statementMs + silenceMs,
      types: textValues,
    },
  });
}
