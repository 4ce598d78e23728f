import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { choosePort } from "@shipping-subgraph/embedded-postgres/free-port.js";
import { Client } from "pg";
import { runAdmin } from "./database-cluster.js";
import { eventually } from "./eventually.js";
import { PostgresFiles } from "./postgres-files.js";
import { findPostgres, type PostgresPrograms } from "./postgres-programs.js";
import { processTree, signalAll } from "./process-tree.js";
import { throwAwayFolder } from "./throw-away-folder.js";

const signals = { fast: "SIGINT", immediate: "SIGQUIT" } as const;

/** Nothing here outlives the machine, so nothing is forced to a disk; whatever a killed server needs is kept. */
const settings = [
  ...["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "shared_buffers=32MB"],
  ...[
    "max_connections=60",
    "wal_level=replica",
    "max_wal_senders=4",
    "hot_standby=on",
    "wal_retrieve_retry_interval=200ms",
  ],
];

/** A run that breaks off leaves none behind. */
const running = new Set<PostgresServer>();
process.once("exit", () => {
  for (const server of running) signalAll(server.processes(), "SIGKILL");
});

/** Roles as a hosted PostgreSQL has them: an owner who may create roles, and a login of the servers who may nothing. */
const roles = [
  "create role shipping_owner login createrole createdb",
  "create role shipping_server login",
  "create database shipping owner shipping_owner",
];

/** A PostgreSQL of its own on loopback, that can be stopped, killed, frozen and promoted. Everybody is trusted. */
export class PostgresServer {
  readonly #files: PostgresFiles;
  #child: ChildProcess | null = null;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly programs: PostgresPrograms,
    private readonly more: readonly string[],
  ) {
    this.#files = new PostgresFiles(folder, programs);
  }

  /** A running one with the roles and an empty database `shipping`. */
  static async create(more: readonly string[] = []): Promise<PostgresServer> {
    const server = await PostgresServer.#prepare(more);
    await server.#files.initialise();
    await server.start();
    await runAdmin(server.superUrl("postgres"), ...roles);
    return server;
  }

  /** A running standby that follows `primary`, through another port where a relay stands between. */
  static async standbyOf(primary: PostgresServer, port = primary.port, name = "standby"): Promise<PostgresServer> {
    const standby = await PostgresServer.#prepare(primary.more);
    await primary.backUp(standby.#files.data);
    await standby.#files.follow(port, name);
    await standby.start();
    return standby;
  }

  static async #prepare(more: readonly string[]): Promise<PostgresServer> {
    const programs = await findPostgres();
    const folder = await throwAwayFolder("shipping-postgres");
    const server = new PostgresServer(folder, (await choosePort(null)) as number, programs, more);
    await server.#files.prepare();
    return server;
  }

  get version(): string {
    return this.programs.version;
  }

  superUrl = (database = "shipping") => `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  adminUrl = () => `postgres://shipping_owner@127.0.0.1:${this.port}/shipping`;
  serverUrl = () => `postgres://shipping_server@127.0.0.1:${this.port}/shipping`;

  /** Of one statement as the superuser. */
  // biome-ignore lint/suspicious/noExplicitAny: rows have as many shapes as tests
  async sql(text: string, database?: string): Promise<any[]> {
    const client = new Client({ connectionString: this.superUrl(database) });
    client.on("error", () => undefined);
    await client.connect();
    return client
      .query(text)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }

  /** Resolves when it answers. One whose processes were killed may have to wait for the last of them. */
  async start(): Promise<void> {
    for (let left = 40; ; left--) {
      const child = await this.#spawn();
      if (await this.#answers(child)) {
        this.#child = child;
        running.add(this);
        return;
      }
      if (left === 0) throw new Error(`PostgreSQL did not start:\n${(await this.log()).slice(-2_000)}`);
      await sleep(100);
    }
  }

  async stop(how: keyof typeof signals = "fast"): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const ended = hasEnded(child) ? null : once(child, "exit");
    child.kill(signals[how]);
    await ended;
    this.#child = null;
  }

  /** As a power cut would, all of its processes. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const ended = hasEnded(child) ? null : once(child, "exit");
    signalAll(this.processes(), "SIGKILL");
    await ended;
    this.#child = null;
  }

  /** The postmaster's alone: the others end themselves when they notice. */
  async killPostmaster(): Promise<void> {
    const child = this.#child as ChildProcess;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    this.#child = null;
  }

  /** It stays there and says nothing more, neither to those who are connected nor to who connects. */
  freeze(): void {
    signalAll(this.processes(), "SIGSTOP");
  }

  thaw(): void {
    signalAll(this.processes(), "SIGCONT");
  }

  processes(): number[] {
    return this.#child?.pid ? processTree(this.#child.pid) : [];
  }

  /** A standby takes writes from now on. */
  async promote(): Promise<void> {
    await this.sql("select pg_promote(true, 30)");
  }

  /** Commits are acknowledged from now on when a standby has them too; resolves when one has caught up. */
  async waitForStandby(): Promise<void> {
    await this.set("synchronous_standby_names", "*");
    await eventually(
      async () => (await this.sql("select from pg_stat_replication where sync_state = 'sync'")).length > 0,
    );
  }

  async set(name: string, value: string): Promise<void> {
    await this.sql(`alter system set ${name} = '${value}'`);
    await this.sql("select pg_reload_conf()");
  }

  /** A base backup into this folder, which is empty. */
  backUp(to: string): Promise<void> {
    return this.#files.backUp(this.port, to);
  }

  /** Loses its disk and comes back from a base backup and the archived log, as it was at a moment. */
  async restore(backup: string, archive: string, moment: Date): Promise<void> {
    await this.kill();
    await this.#files.replaceBy(backup, archive, moment);
    await this.start();
    await eventually(async () => (await this.sql("select where not pg_is_in_recovery()")).length > 0);
  }

  /** Resolves when it lets somebody in. */
  async isReady(): Promise<void> {
    await eventually(() => this.sql("select 1", "postgres").then(Boolean, () => false));
  }

  /** Moves the write-ahead log to a folder on another disk; only while it is stopped. */
  moveLog(to: string): Promise<void> {
    return this.#files.moveLog(to);
  }

  /** Moves the database `shipping` to a folder on another disk; only while nobody is connected to it. */
  async moveTables(to: string): Promise<void> {
    await this.ownFolder(to);
    await this.sql(`create tablespace elsewhere location '${to}'`, "postgres");
    await this.sql("alter database shipping set tablespace elsewhere", "postgres");
  }

  /** A new folder that it may write in. */
  ownFolder(path: string): Promise<void> {
    return this.#files.ownFolder(path);
  }

  log(): Promise<string> {
    return readFile(join(this.folder, "log"), "utf8");
  }

  /** Ends it and removes its folder. */
  async drop(): Promise<void> {
    this.thaw();
    await this.kill();
    running.delete(this);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  async #spawn(): Promise<ChildProcess> {
    const args = [`port=${this.port}`, ...settings, ...this.more].flatMap((setting) => ["-c", setting]);
    const log = await open(join(this.folder, "log"), "a");
    const child = spawn(this.programs.postgres, ["-D", this.#files.data, ...args], {
      ...{ cwd: this.folder, env: {}, stdio: ["ignore", log.fd, log.fd], ...this.programs.runAs },
    });
    await log.close();
    return child;
  }

  /** False: it ended. */
  #answers(child: ChildProcess): Promise<boolean> {
    const look = async () => hasEnded(child) || this.sql("select 1", "postgres").then(Boolean, () => false);
    return eventually(look).then(() => !hasEnded(child));
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
