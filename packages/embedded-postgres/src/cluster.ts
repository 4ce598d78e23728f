import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Binaries, prepareBinaries } from "./binaries.js";
import { clusterPlace, findOrdinaryUser, type RunAs } from "./run-as.js";

/** What we note in a file of our own inside the cluster (0600). */
export interface ClusterNotes {
  /** On PostgreSQL's command line as `cluster_name`: tells our server from a stranger that got its process id. */
  id: string;
  ownerPassword: string;
  serverPassword: string;
  /** The port of the last start, taken again if it is free. */
  port: number | null;
}

export interface Cluster {
  dir: string;
  runAs: RunAs;
  binaries: Binaries;
  notes: ClusterNotes;
}

const notesFile = "shipping-cluster.json";

/** The cluster under `dataDir`, made if there is none. A crash while it is made leaves none, never half of one. */
export async function openCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  const dir = join(dataDir, "postgres");
  const owner = await stat(dir).then(
    ({ uid }) => uid,
    () => null,
  );
  const runAs = findOrdinaryUser(owner);
  const binaries = await prepareBinaries(runAs);
  if (owner === null) await createCluster(dataDir, dir, runAs, binaries, durable);
  return { dir, runAs, binaries, notes: JSON.parse(await readFile(join(dir, notesFile), "utf8")) };
}

/** For its owner alone; where root runs PostgreSQL as another user without `/proc`, that one passes through. */
export async function makeDataDir(dataDir: string): Promise<void> {
  const isPassedThrough = process.getuid?.() === 0 && process.platform !== "linux";
  await mkdir(dataDir, { recursive: true, mode: isPassedThrough ? 0o711 : 0o700 });
}

export async function writeNotes(cluster: Pick<Cluster, "dir" | "notes">): Promise<void> {
  const file = join(cluster.dir, notesFile);
  await writeFile(`${file}.new`, JSON.stringify(cluster.notes), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function createCluster(dataDir: string, dir: string, runAs: RunAs, binaries: Binaries, durable: boolean) {
  await makeDataDir(dataDir);
  const workspace = await mkdtemp(join(dataDir, "postgres-new-"));
  try {
    const made = join(workspace, "cluster");
    await mkdir(made, { mode: 0o700 });
    if (runAs) await chown(made, runAs.uid, runAs.gid);
    await fillCluster({ dir: made, runAs, binaries, notes: newNotes() }, durable);
    // Fails when another start was quicker; its cluster is then ours too.
    await rename(made, dir).catch((error) => stat(dir).catch(() => Promise.reject(error)));
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

function newNotes(): ClusterNotes {
  const secret = () => randomBytes(24).toString("hex");
  return {
    id: `shipping-${randomBytes(8).toString("hex")}`,
    ownerPassword: secret(),
    serverPassword: secret(),
    port: null,
  };
}

async function fillCluster(cluster: Cluster, durable: boolean): Promise<void> {
  const { path } = clusterPlace(cluster.dir, cluster.runAs);
  // Nothing listens until pg_hba.conf asks for passwords, so `trust` is only for the single-user steps below.
  const options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-instructions", "--no-sync"];
  // The builtin provider sorts the same on every system.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const settings = ["-c", "timezone=UTC", "-c", "log_timezone=UTC"];
  await runProgram(cluster, cluster.binaries.initdb, ["-D", path, ...options, ...locale, ...settings]);
  await runSingleUser(cluster, bootstrapSql(cluster.notes));
  await writeFile(join(cluster.dir, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n", {
    mode: 0o600,
  });
  await writeNotes(cluster);
  await chmod(join(cluster.dir, notesFile), 0o600);
  if (durable) await runProgram(cluster, cluster.binaries.initdb, ["-D", path, "--sync-only"]);
}

/**
 * One statement a line. The superuser keeps no password, so nobody can log in as one. The owner may create roles and
 * databases and end sessions; the server's login may nothing until migrations make it a member of their roles.
 */
function bootstrapSql(notes: ClusterNotes): string {
  return [
    `create role shipping_owner login createrole createdb password '${notes.ownerPassword}';`,
    `create role shipping_server login password '${notes.serverPassword}';`,
    "grant pg_signal_backend to shipping_owner;",
    "create database shipping owner shipping_owner;",
    "",
  ].join("\n");
}

/** In single-user mode a failed statement does not fail the program: it has to be read off the log. */
async function runSingleUser(cluster: Cluster, sql: string): Promise<void> {
  const { path } = clusterPlace(cluster.dir, cluster.runAs);
  const log = await runProgram(cluster, cluster.binaries.postgres, ["--single", "-F", "-D", path, "postgres"], sql);
  const failure = log.split("\n").find((line) => /(ERROR|FATAL|PANIC): /.test(line));
  if (failure) throw new Error(`The embedded PostgreSQL could not be set up: ${failure}`);
}

async function runProgram(cluster: Cluster, file: string, args: string[], input = ""): Promise<string> {
  const { cwd } = clusterPlace(cluster.dir, cluster.runAs);
  // An empty environment: PGDATA, PGPORT and locales of the caller are not ours.
  const running = promisify(execFile)(file, args, { cwd, env: {}, ...cluster.runAs });
  // A program that dies early leaves nobody to read it; why it died is what `running` tells.
  running.child.stdin?.on("error", () => undefined).end(input);
  return (await running).stderr;
}
