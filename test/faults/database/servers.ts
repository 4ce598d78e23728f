import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { killProcess, startProcess } from "../harness/child-process.js";
import type { Server } from "../harness/fleet.js";

/** Real servers that nobody kills and nobody starts again. */
export class Servers {
  readonly ready: Server[] = [];
  /** How those ended that ended. */
  readonly endedByThemselves: string[] = [];
  readonly #children: ChildProcess[] = [];
  #isStopping = false;

  constructor(
    private readonly program: string,
    private readonly environment: Record<string, string>,
    private readonly logDir: string,
  ) {}

  /** The first one alone: it fills the database. */
  async start(count: number): Promise<void> {
    await this.#startOne(1);
    await Promise.all(Array.from({ length: count - 1 }, (_, index) => this.#startOne(index + 2)));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#children.map((child) => killProcess(child, "SIGKILL")));
  }

  async #startOne(number: number): Promise<void> {
    const name = `server-${number}`;
    const onSpawn = (child: ChildProcess) => void this.#children.push(child);
    const started = await startProcess(this.program, [], this.environment, join(this.logDir, `${name}.log`), {
      onSpawn,
    });
    const server: Server = { ...started, name, underWay: { purchase: 0, void: 0, other: 0 }, isDoomed: false };
    started.child.once("exit", (code, signal) => {
      if (this.#isStopping) return;
      this.ready.splice(this.ready.indexOf(server), 1);
      this.endedByThemselves.push(`${name} ended with ${code ?? signal}`);
    });
    this.ready.push(server);
  }
}
