import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/**
 * The server as a process that is replaced. Beside the one that runs waits a spare, which has loaded the libraries and
 * nothing of ours: two thirds of the time to load are over before anything is saved.
 */
export class ServerProcess {
  readonly #environment: NodeJS.ProcessEnv;
  #spare: ChildProcess;
  #running: ChildProcess | null = null;
  #isStopped = false;

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
    this.#spare = this.#launch();
  }

  /** Resolves once the new one is ready, true; or has ended before, false. */
  async restart(): Promise<boolean> {
    await end(this.#running);
    if (this.#isStopped) return false;
    const server = this.#spare;
    this.#running = server;
    const outcome = Promise.race([once(server, "message").then(() => true), once(server, "exit").then(() => false)]);
    server.send("start");
    const isReady = await outcome;
    // Not before: it would take the processor from the one that starts.
    if (!this.#isStopped) this.#spare = this.#launch();
    return isReady;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#spare !== this.#running) this.#spare.kill("SIGKILL");
    await end(this.#running);
  }

  #launch(): ChildProcess {
    return fork(join(import.meta.dirname, "server.js"), {
      env: this.#environment,
      // A group of its own: the terminal's Ctrl-C is for the supervisor alone, which ends all in order.
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      execArgv: [],
    });
  }
}

async function end(server: ChildProcess | null): Promise<void> {
  if (server === null || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
}
