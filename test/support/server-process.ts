import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

export interface ServerProcess {
  url: string;
  /** Data and errors of one GraphQL request. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
  execute(query: string, variables?: object, signal?: AbortSignal): Promise<any>;
  /** As a power cut would: nothing is finished, nothing is said. */
  kill(): Promise<void>;
}

const root = resolve(__dirname, "../..");

/** Compiles what `startServerProcess` runs. */
export function buildServer(): void {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], { cwd: root });
}

/** The real server as a process of its own, configured by its environment only; resolves once it is ready. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["dist/src/main.js"], {
    cwd: root,
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "silent", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await readyUrl(child);
  return {
    url,
    async execute(query, variables = {}, signal) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
        signal,
      });
      return response.json();
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((done, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /ready at (http:\/\/\S+)/.exec(output)?.[1];
      if (url) done(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => fail(new Error(`The server ended with ${code} before it was ready:\n${output}`)));
  });
}
