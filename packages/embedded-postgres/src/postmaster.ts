import { execFile, spawn } from "node:child_process";
import { open, readFile, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type Cluster, writeNotes } from "./cluster.js";
import { choosePort } from "./free-port.js";
import { clusterPlace } from "./run-as.js";

/** A running PostgreSQL, started by this process or by one that was killed. */
export interface Postmaster {
  pid: number;
  port: number;
}

const pollMs = 10;
/** Long, because recovery after a power cut reads the log of a whole checkpoint. */
const startTimeoutMs = 60_000;
const stopTimeoutMs = 10_000;
const logLimitBytes = 5_000_000;

/** The server of this cluster if it runs. A `postmaster.pid` whose process is gone or somebody else's is removed. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const noted = await readPidFile(cluster);
  if (!noted) return null;
  if (await isOurs(noted.pid, cluster)) return noted;
  await rm(join(cluster.dir, "postmaster.pid"), { force: true });
  return null;
}

/** Starts the server on the port of last time, or on another free one. */
export async function startPostmaster(cluster: Cluster, logFile: string, settings: string[]): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(attempt === 1 ? cluster.notes.port : null);
    const start = await log(logFile);
    const pid = await launch(cluster, port, logFile, settings);
    if (await becomesReady(cluster, pid)) {
      cluster.notes.port = port;
      await writeNotes(cluster);
      return { pid, port };
    }
    const said = (await readFile(logFile, "utf8")).slice(start);
    // Someone took the port between our look and PostgreSQL's.
    if (attempt < 3 && /could not bind|in use/.test(said)) continue;
    throw new Error(
      `The embedded PostgreSQL did not start (${logFile}):\n${said.trim().split("\n").slice(-5).join("\n")}`,
    );
  }
}

/** Fast shutdown: sessions are ended, everything committed is kept. Safe to repeat. */
export async function stopPostmaster(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!(await isOurs(pid, cluster))) return;
    if (!sendSignal(pid, signal)) return;
    // The pid file goes last. The process alone may stay as a zombie where nobody reaps orphans (containers).
    const runs = async () => isAlive(pid) && (await readPidFile(cluster))?.pid === pid;
    for (const end = Date.now() + stopTimeoutMs; (await runs()) && Date.now() < end; ) await sleep(pollMs);
  }
}

/** Its log says what failed, and nothing of the rows and values that it failed with: they are people's data. */
const discreet = ["log_error_verbosity=terse", "log_parameter_max_length=0", "log_parameter_max_length_on_error=0"];

/** `detached`: Ctrl-C goes to the whole process group, and the server must outlive it until requests are drained. */
async function launch(cluster: Cluster, port: number, logFile: string, settings: string[]): Promise<number> {
  const { cwd, path } = clusterPlace(cluster.dir, cluster.runAs);
  const fixed = [
    `cluster_name=${cluster.notes.id}`,
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    ...discreet,
  ];
  const args = ["-D", path, ...[...fixed, ...settings].flatMap((setting) => ["-c", setting])];
  const output = await open(logFile, "a", 0o600);
  try {
    await output.chmod(0o600).catch(() => undefined);
    const stdio = ["ignore", output.fd, output.fd] as const;
    const child = spawn(cluster.binaries.postgres, args, {
      cwd,
      env: {},
      detached: true,
      stdio: [...stdio],
      ...cluster.runAs,
    });
    await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject));
    child.unref();
    return child.pid!;
  } finally {
    await output.close();
  }
}

async function becomesReady(cluster: Cluster, pid: number): Promise<boolean> {
  for (const end = Date.now() + startTimeoutMs; Date.now() < end && isAlive(pid); await sleep(pollMs)) {
    const noted = await readPidFile(cluster);
    if (noted?.pid === pid && noted.isReady) return true;
  }
  return false;
}

async function readPidFile(cluster: Cluster): Promise<(Postmaster & { isReady: boolean }) | null> {
  const text = await readFile(join(cluster.dir, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), isReady: lines[7] === "ready" } : null;
}

async function isOurs(pid: number, cluster: Cluster): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => listCommand(pid));
  return command.includes(cluster.notes.id);
}

async function listCommand(pid: number): Promise<string> {
  return promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    () => "",
  );
}

function isAlive(pid: number): boolean {
  try {
    return sendSignal(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** False when there is no such process (any more): it may end between a look and the signal. */
function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

/** The length of the log so far, which is emptied when it has grown large. */
async function log(file: string): Promise<number> {
  const size = await readFile(file, "utf8").then(
    ({ length }) => length,
    () => 0,
  );
  if (size <= logLimitBytes) return size;
  await truncate(file);
  return 0;
}
