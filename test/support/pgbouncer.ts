import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { eventually } from "./eventually.js";

/** PGBOUNCER_PATH, else where packages put it; null: it is not installed. */
export function findPgBouncer(): string | null {
  const path = process.env.PGBOUNCER_PATH;
  const paths = path ? [path] : ["/usr/sbin/pgbouncer", "/usr/local/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"];
  return paths.find((path) => existsSync(path)) ?? null;
}

export const pgBouncerVersion = (path: string): string =>
  execFileSync(path, ["--version"], { encoding: "utf8" }).split("\n")[0] ?? "";

/** It refuses to run as root. */
const nobody = { uid: 65_534, gid: 65_534 };

/**
 * A pooler in transaction mode before the server of the URL, with so few connections that its clients have to share
 * them; `url` leads through it. Killed, it can be started again in the same place.
 */
export async function startPgBouncer(path: string, databaseUrl: string, connections: number) {
  const folder = await mkdtemp(join(tmpdir(), "shipping-pgbouncer-"));
  const port = await freePort();
  await writeSettings(folder, new URL(databaseUrl), port, connections);
  const url = Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${port}` }).href;
  const printed = { text: "" };
  const begin = async () => {
    const child = launch(path, folder, printed);
    await answers(url, () => child.exitCode === null, printed);
    return child;
  };
  let child = await begin();
  const end = async (signal: NodeJS.Signals) => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
    child.kill(signal);
    await ended;
  };
  const start = async () => {
    child = await begin();
  };
  const stop = () => end("SIGTERM").then(() => rm(folder, { recursive: true }));
  return { url, start, kill: () => end("SIGKILL"), stop, output: () => printed.text };
}

function launch(path: string, folder: string, printed: { text: string }): ChildProcess {
  const child = spawn(path, ["-q", join(folder, "pgbouncer.ini")], {
    stdio: ["ignore", "ignore", "pipe"],
    ...(process.getuid?.() === 0 ? nobody : {}),
  });
  child.stderr.on("data", (chunk) => {
    printed.text += chunk;
  });
  return child;
}

async function writeSettings(folder: string, { hostname, port, username, password }: URL, own: number, size: number) {
  const users = join(folder, "users.txt");
  const settings = [
    "[databases]",
    `* = host=${hostname} port=${port}`,
    "[pgbouncer]",
    `listen_addr = 127.0.0.1\nlisten_port = ${own}\nunix_socket_dir =`,
    `auth_type = trust\nauth_file = ${users}`,
    `pool_mode = transaction\ndefault_pool_size = ${size}\nmax_client_conn = 200\nserver_login_retry = 1`,
    "",
  ].join("\n");
  await writeFile(users, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  await writeFile(join(folder, "pgbouncer.ini"), settings);
  await chmod(folder, 0o755);
}

async function answers(url: string, isRunning: () => boolean, printed: { text: string }): Promise<void> {
  const tryToReach = async () => {
    const client = new Client({ connectionString: url });
    return client.connect().then(
      () => client.end(),
      (error: Error) => error,
    );
  };
  const failure = await eventually(tryToReach, (error) => !error || !isRunning());
  if (failure) throw new Error(`PgBouncer did not start: ${printed.text}`, { cause: failure });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
