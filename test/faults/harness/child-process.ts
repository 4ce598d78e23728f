import { type ChildProcess, fork } from "node:child_process";
import { createWriteStream } from "node:fs";

export interface StartedProcess {
  child: ChildProcess;
  /** Where it listens. */
  url: string;
}

/** Starts a compiled program and resolves once it has printed where it listens. What it prints goes to `logFile`. */
export function startProcess(
  program: string,
  args: string[],
  environment: Record<string, string>,
  logFile: string,
  { onSpawn, nodeFlags }: { onSpawn?: (child: ChildProcess) => void; nodeFlags?: string[] } = {},
): Promise<StartedProcess> {
  const child = fork(program, args, {
    execArgv: nodeFlags ?? [],
    env: { PATH: process.env.PATH ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  onSpawn?.(child);
  const log = createWriteStream(logFile);
  child.stderr?.pipe(log, { end: false });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      log.write(chunk);
      output = (output + chunk.toString()).slice(-2_000);
      const url = /(?:ready|simulator) at (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (url) resolve({ child, url });
    });
    child.once("exit", (code, signal) => {
      log.end();
      reject(new Error(`It ended with ${code ?? signal} before it was ready: ${logFile}`));
    });
  });
}

/** Resolves when it is gone. */
export function killProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
