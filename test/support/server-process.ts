import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createSimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";

export interface ServerProcess {
  url: string;
  pid: number;
  /** All that it printed so far. */
  output(): string;
  /** Data and errors of one GraphQL request. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
  execute(query: string, variables?: object, signal?: AbortSignal): Promise<any>;
  /** As a power cut would: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** As a rollout does, with SIGTERM; gives the exit code, null when it had to be killed. */
  stop(): Promise<number | null>;
}

export interface ServerProcessOptions {
  /** A module that Node loads first. */
  preload?: string;
  /** Where the program is built; absent: here. */
  folder?: string;
}

const root = resolve(__dirname, "../..");

/** Compiles what `startServerProcess` runs. */
export function buildServer(): void {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-b", "tsconfig.build.json"], { cwd: root });
}

/** The real server as a process of its own, configured by its environment only; resolves once it is ready. */
export async function startServerProcess(
  environment: Record<string, string>,
  { preload, folder = root }: ServerProcessOptions = {},
): Promise<ServerProcess> {
  const settings = { HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "silent", ...environment };
  const program = [...(preload ? ["--require", preload] : []), "dist/src/main.js"];
  const { url, child, printed } = await startProgram(program, settings, /ready at (http:\/\/\S+)/, folder);
  return {
    url,
    pid: child.pid!,
    output: () => printed.text,
    async execute(query, variables = {}, signal) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
        signal,
      });
      return response.json();
    },
    kill: async () => void (await end(child, "SIGKILL")),
    stop: () => end(child, "SIGTERM"),
  };
}

/** The simulator as a process of its own. */
export async function startSimulatorProcess() {
  const program = ["packages/ups-simulator/dist/main.js"];
  const { url, child } = await startProgram(program, {}, /UPS simulator at (http:\/\/\S+)/);
  return { url, control: createSimulatorControl(url), stop: () => end(child, "SIGTERM") };
}

export type SimulatorProcess = Awaited<ReturnType<typeof startSimulatorProcess>>;

async function startProgram(args: string[], settings: Record<string, string>, ready: RegExp, folder = root) {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { text: "" };
  const url = await readyUrl(child, printed, ready);
  return { url, child, printed };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}

function readyUrl(child: ChildProcess, printed: { text: string }, ready: RegExp): Promise<string> {
  return new Promise((done, fail) => {
    const read = (chunk: Buffer) => {
      printed.text += chunk.toString();
      const url = ready.exec(printed.text)?.[1];
      if (url) done(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => fail(new Error(`It ended with ${code} before it was ready:\n${printed.text}`)));
  });
}
