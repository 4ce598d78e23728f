import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { killProcess, startProcess } from "./child-process.js";

/** What a buyer waits for. */
export type Doing = "purchase" | "void" | "other";

export interface Server {
  name: string;
  url: string;
  child: ChildProcess;
  /** What buyers are waiting for at this moment. */
  underWay: Record<Doing, number>;
}

/** Keeps a number of real servers running: one that ends is replaced at once. */
export class Fleet {
  readonly ready: Server[] = [];
  readonly startMs: number[] = [];
  /** Of those that nobody killed: how they ended. */
  readonly endedByThemselves: string[] = [];
  failedStarts = 0;
  kills = 0;
  #started = 0;
  #isStopping = false;
  readonly #children = new Set<ChildProcess>();

  constructor(
    private readonly program: string,
    private readonly environment: Record<string, string>,
    private readonly logDir: string,
  ) {}

  /** The first one alone: it fills the database. */
  async start(size: number): Promise<void> {
    await this.#startOne();
    await Promise.all(Array.from({ length: size - 1 }, () => this.#startOne()));
  }

  /** As a power cut would. Its replacement starts in the same moment. */
  kill(server: Server): void {
    this.kills += 1;
    this.#retire(server);
    server.child.kill("SIGKILL");
    void this.#replace();
  }

  /** Orderly; resolves when all are gone. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#children].map((child) => killProcess(child, "SIGKILL")));
  }

  async #startOne(): Promise<void> {
    const name = `server-${++this.#started}`;
    const begun = performance.now();
    const { child, url } = await startProcess(
      this.program,
      [],
      this.environment,
      join(this.logDir, `${name}.log`),
      (spawned) => this.#watch(spawned),
    );
    this.startMs.push(performance.now() - begun);
    const server: Server = { name, url, child, underWay: { purchase: 0, void: 0, other: 0 } };
    child.once("exit", (code, signal) => {
      if (this.#isStopping || !this.ready.includes(server)) return;
      this.#retire(server);
      this.endedByThemselves.push(`${name} ended with ${code ?? signal}`);
      void this.#replace();
    });
    this.ready.push(server);
  }

  #watch(child: ChildProcess): void {
    this.#children.add(child);
    child.once("exit", () => this.#children.delete(child));
  }

  #retire(server: Server): void {
    this.ready.splice(this.ready.indexOf(server), 1);
  }

  /** A start can fail while sessions are being ended: whoever runs servers tries again. */
  async #replace(): Promise<void> {
    while (!this.#isStopping) {
      try {
        return await this.#startOne();
      } catch {
        if (!this.#isStopping) this.failedStarts += 1;
      }
    }
  }
}
