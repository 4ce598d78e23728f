import { spawn } from "node:child_process";
import { chown, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./is-alive.js";
import { patienceMs } from "./patience.js";

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface LaunchedServer {
  pid: number;
  /** All that it printed so far, both streams. */
  output(): string;
  /** What went to standard output, line by line. */
  lines(): string[];
  /** Resolves once it prints this; rejects when it ends before, or after a minute. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its address, once it is ready. */
  url(): Promise<string>;
  query(source: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** To the process alone, or as a terminal does to its whole group. */
  signal(name: NodeJS.Signals, whom?: "process" | "group"): void;
  exited: Promise<Exit>;
}

const root = resolve(__dirname, "../..");

/** An ordinary user where the tests run as root; nobody has an entry in /etc/passwd. */
export const ordinaryUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const launched: LaunchedServer[] = [];
const folders: string[] = [];

/** Starts the compiled server with these settings and nothing else of our environment. Does not wait. */
export const launchServer = (settings: Record<string, string>, user: { uid?: number; gid?: number } = {}) =>
  launch([process.execPath, "dist/src/main.js"], settings, user);

/** As a newcomer does: npm, a shell, the build, the server. */
export const launchWithNpm = (settings: Record<string, string>) => launch(["npm", "start"], settings);

/** The development server of a copy of the repository. */
export const launchDev = (folder: string, settings: Record<string, string>) =>
  launch(["npm", "run", "dev"], settings, {}, folder);

function launch(
  [program = "", ...args]: string[],
  settings: Record<string, string>,
  user: { uid?: number; gid?: number } = {},
  folder = root,
): LaunchedServer {
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, HOST: "127.0.0.1", PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, as a shell gives to what it starts.
    detached: true,
    ...user,
  });
  const said = { all: "", out: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.all += chunk;
    said.out += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.all += chunk;
  });
  const exited = new Promise<Exit>((done) => child.once("close", (code, signal) => done({ code, signal })));
  const server: LaunchedServer = {
    pid: child.pid!,
    output: () => said.all,
    lines: () => said.out.split("\n").filter((line) => line !== ""),
    prints: (pattern) => printed(pattern, () => said.all, child),
    async url() {
      const [, demo, production] = await server.prints(/ready at (\S+)|"url":"([^"]+)","message":"ready"/);
      return demo ?? production!;
    },
    query: async (source, variables, headers) => query(await server.url(), source, variables, headers),
    signal: (name, whom = "process") => void process.kill(whom === "group" ? -child.pid! : child.pid!, name),
    exited,
  };
  launched.push(server);
  return server;
}

async function query(url: string, source: string, variables: object = {}, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: source, variables }),
  });
  return response.json();
}

async function printed(
  pattern: RegExp,
  text: () => string,
  child: { exitCode: number | null; stdout: { destroyed: boolean } },
) {
  for (const end = Date.now() + patienceMs; ; await sleep(20)) {
    const found = pattern.exec(text());
    if (found) return found;
    if (child.exitCode !== null && child.stdout.destroyed)
      throw new Error(`It ended before it said ${pattern}:\n${text()}`);
    if (Date.now() > end) throw new Error(`It does not say ${pattern}:\n${text()}`);
  }
}

/** A folder for one server, owned by who runs it; removed by `stopLaunched`. */
export async function aDataDir(user: { uid?: number; gid?: number } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shipping-process-"));
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  folders.push(folder);
  return folder;
}

/** Ends what is still running, PostgreSQL included, and removes the folders. For `afterEach`. */
export async function stopLaunched(): Promise<void> {
  for (const server of launched.splice(0)) {
    killGroup(server.pid);
    await server.exited;
  }
  for (const folder of folders.splice(0)) {
    const postgres = await postgresOf(folder);
    if (postgres !== null) process.kill(postgres, "SIGKILL");
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Also what a parent left behind. */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // It has ended.
  }
}

/** The process id of the PostgreSQL that runs on this folder; null: none does. */
export async function postgresOf(dataDir: string): Promise<number | null> {
  const text = await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  return pid > 0 && isAlive(pid) ? pid : null;
}

export async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" ? address!.port : 0;
}
