import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chown, mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { choosePort } from "@shipping-subgraph/embedded-postgres/free-port.js";
import { Client } from "pg";
import { runAdmin } from "./database-cluster.js";
import { findPostgres, type PostgresPrograms } from "./postgres-programs.js";
import { processTree, signalAll } from "./process-tree.js";
import { throwAwayFolder } from "./throw-away-folder.js";

const programs = { patroni: "/usr/bin/patroni", etcd: "/usr/bin/etcd" };

/** Why no cluster of Patroni can be had here; null: it can. */
export const missingForPatroni = (): string | null =>
  Object.values(programs).every((path) => existsSync(path)) && existsSync("/usr/lib/postgresql")
    ? null
    : "Patroni, etcd or Debian's PostgreSQL is not installed";

/** Patroni takes no shorter one: a leader that is gone is replaced after it. */
const ttlSeconds = 20;
const startMs = 60_000;
const superuser = { username: "postgres", password: "postgres" };

interface Node {
  name: string;
  folder: string;
  port: number;
  rest: number;
  child: ChildProcess;
}

/** Two PostgreSQL servers of which Patroni makes one the leader, by one etcd; replication is synchronous. */
export class PatroniCluster {
  readonly nodes: Node[] = [];
  #etcd: { child: ChildProcess; port: number } | null = null;

  private constructor(
    private readonly folder: string,
    private readonly postgres: PostgresPrograms,
  ) {}

  /** With the roles and an empty database `shipping`, and the second node in step with the first. */
  static async start(): Promise<PatroniCluster> {
    const cluster = new PatroniCluster(await throwAwayFolder("shipping-patroni"), await findPostgres());
    try {
      await cluster.#fill();
      return cluster;
    } catch (error) {
      await cluster.drop();
      throw error;
    }
  }

  async #fill(): Promise<void> {
    await this.#own(this.folder);
    await this.#startEtcd();
    await this.#startNode("first");
    await until(() => this.leader(), "a leader");
    const leader = (await this.leader()) as Node;
    await runAdmin(this.#url("postgres", leader.port, "postgres"), ...roles);
    await this.#startNode("second");
    await until(() => this.#isInStep(leader), "a synchronous standby");
  }

  /** Of both hosts. */
  serverUrl(): string {
    const hosts = this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(",");
    return `postgres://shipping_server:server@${hosts}/shipping`;
  }

  adminUrl = (node: Node): string => this.#url("shipping_owner", node.port);

  /** Null: there is none at the moment. */
  async leader(): Promise<Node | null> {
    for (const node of this.nodes) {
      const rows = await query(this.#url("postgres", node.port, "postgres"), "select pg_is_in_recovery() as waits");
      if (rows?.[0]?.waits === false) return node;
    }
    return null;
  }

  /** Patroni and PostgreSQL of the leader, as when its machine loses power. Gives who is left. */
  async killLeader(): Promise<Node> {
    const leader = (await this.leader()) as Node;
    await this.#kill(leader);
    return this.nodes.find((node) => node !== leader) as Node;
  }

  /** Asks Patroni to make the other node the leader. Resolves when it has begun. */
  async switchOver(): Promise<Node> {
    const leader = (await this.leader()) as Node;
    const candidate = this.nodes.find((node) => node !== leader) as Node;
    const body = JSON.stringify({ leader: leader.name, candidate: candidate.name });
    const response = await fetch(`http://127.0.0.1:${leader.rest}/switchover`, { method: "POST", body });
    if (!response.ok) throw new Error(`Patroni did not switch over: ${await response.text()}`);
    return candidate;
  }

  async isLeader(node: Node): Promise<boolean> {
    return (await this.leader()) === node;
  }

  async drop(): Promise<void> {
    for (const node of this.nodes) await this.#kill(node);
    if (this.#etcd) await end(this.#etcd.child);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  #url = (user: string, port: number, database = "shipping") =>
    `postgres://${user}:${user.replace("shipping_", "")}@127.0.0.1:${port}/${database}`;

  async #isInStep(leader: Node): Promise<boolean> {
    const look = "select from pg_stat_replication where sync_state = 'sync'";
    return ((await query(this.#url("postgres", leader.port), look)) ?? []).length > 0;
  }

  async #startEtcd(): Promise<void> {
    const [port, peers] = [await freePort(), await freePort()];
    const urls = (name: string, at: number) => [`--${name}`, `http://127.0.0.1:${at}`];
    const args = [
      ...["--data-dir", join(this.folder, "etcd"), ...urls("listen-client-urls", port)],
      ...[...urls("advertise-client-urls", port), ...urls("listen-peer-urls", peers)],
      ...[...urls("initial-advertise-peer-urls", peers), "--initial-cluster", `default=http://127.0.0.1:${peers}`],
      "--unsafe-no-fsync",
    ];
    this.#etcd = { child: await this.#spawn(programs.etcd, args, "etcd.log"), port };
    await until(
      () =>
        fetch(`http://127.0.0.1:${port}/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
      "etcd",
    );
  }

  async #startNode(name: string): Promise<void> {
    const folder = join(this.folder, name);
    await mkdir(folder, { mode: 0o700 });
    await this.#own(folder);
    const node = { name, folder, port: await freePort(), rest: await freePort() };
    const file = join(folder, "patroni.yml");
    // JSON is YAML.
    await writeFile(file, JSON.stringify(this.#settings(node)));
    this.nodes.push({ ...node, child: await this.#spawn(programs.patroni, [file], `${name}.log`) });
  }

  #settings({ name, folder, port, rest }: Omit<Node, "child">) {
    const at = (where: number) => ({ listen: `127.0.0.1:${where}`, connect_address: `127.0.0.1:${where}` });
    const parameters = { unix_socket_directories: folder, fsync: "off", shared_buffers: "32MB", max_connections: 60 };
    const timing = { ttl: ttlSeconds, loop_wait: 1, retry_timeout: 3 };
    return {
      ...{ scope: "shipping", name, restapi: at(rest), etcd3: { hosts: `127.0.0.1:${this.#etcd?.port}` } },
      bootstrap: {
        dcs: { ...timing, synchronous_mode: true, postgresql: { parameters } },
        initdb: [{ encoding: "UTF8" }, { locale: "C.UTF-8" }, "no-sync"],
        pg_hba: ["host all all 127.0.0.1/32 scram-sha-256", "host replication all 127.0.0.1/32 scram-sha-256"],
      },
      postgresql: {
        ...{ ...at(port), data_dir: join(folder, "data"), bin_dir: this.postgres.postgres.replace(/\/postgres$/, "") },
        ...{ pgpass: join(folder, "pgpass"), parameters },
        basebackup: [{ checkpoint: "fast" }],
        authentication: { superuser, replication: { username: "replicator", password: "replicator" } },
      },
    };
  }

  async #kill({ child, folder }: Node): Promise<void> {
    const file = await readFile(join(folder, "data", "postmaster.pid"), "utf8").catch(() => "");
    const postmaster = Number(file.split("\n")[0]);
    await end(child);
    if (postmaster > 0) signalAll(processTree(postmaster), "SIGKILL");
  }

  async #spawn(program: string, args: string[], logFile: string): Promise<ChildProcess> {
    const log = await open(join(this.folder, logFile), "a");
    const env = { PATH: process.env.PATH, HOME: this.folder };
    const child = spawn(program, args, {
      ...{ cwd: this.folder, env, stdio: ["ignore", log.fd, log.fd], ...this.postgres.runAs },
    });
    await log.close();
    return child;
  }

  async #own(path: string): Promise<void> {
    const { runAs } = this.postgres;
    if (runAs) await chown(path, runAs.uid, runAs.gid);
  }
}

const roles = [
  "create role shipping_owner login createrole createdb password 'owner'",
  "create role shipping_server login password 'server'",
  "create database shipping owner shipping_owner",
];

const freePort = async () => (await choosePort(null)) as number;

/** Null: it does not answer. */
// biome-ignore lint/suspicious/noExplicitAny: rows have as many shapes as tests
async function query(connectionString: string, text: string): Promise<any[] | null> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 1_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function until(look: () => Promise<unknown>, what: string): Promise<void> {
  for (const limit = Date.now() + startMs; !(await look()); await sleep(200))
    if (Date.now() > limit) throw new Error(`Patroni's cluster has not got ${what}.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
