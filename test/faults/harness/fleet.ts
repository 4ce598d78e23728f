import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { killProcess, startProcess } from "./child-process.js";
import { readEpitaph } from "./server/epitaph.js";
import type { Order, ThawedMessage } from "./server/order.js";

/** Those that an order may leave, and the one that it ends. */
const leastRunning = 3;

/** What a buyer waits for. */
export type Doing = "purchase" | "void" | "other";

export interface Server {
  name: string;
  url: string;
  child: ChildProcess;
  /** What buyers are waiting for at this moment. */
  underWay: Record<Doing, number>;
  /** Somebody kills it: its end is no surprise. */
  isDoomed: boolean;
}

export interface FleetPrograms {
  program: string;
  /** Of the server of this name. */
  argsOf?: (name: string) => string[];
  /** The log that they write together; absent: they take no orders. */
  passages?: string;
  /** Servers that nobody sends buyers to yet: they have started, and take the place of one that ends at once. */
  spares: number;
  environment: Record<string, string>;
  nodeFlags?: string[];
  logDir: string;
}

/** Keeps a number of real servers running: one that ends is replaced by a spare in that moment. */
export class Fleet {
  readonly startMs: number[] = [];
  /** Of those that nobody killed: how they ended. */
  readonly endedByThemselves: string[] = [];
  failedStarts = 0;
  /** Told when an order ends a server, or has frozen it and let it go. */
  onOrder: (order: number, server: Server, isKilled: boolean) => void = () => undefined;
  #size = 0;
  #starting = 0;
  #started = 0;
  #isStopping = false;
  #orders: Order[] = [];
  readonly #running: Server[] = [];
  readonly #children = new Set<ChildProcess>();

  constructor(private readonly programs: FleetPrograms) {}

  /** Those that serve buyers. */
  get ready(): Server[] {
    return this.#running.slice(0, this.#size);
  }

  /** Those and the spares: their workers work. */
  get running(): readonly Server[] {
    return this.#running;
  }

  /** Nobody is to end while there are so few that nobody would be left to be asked. */
  get maySpare(): boolean {
    return this.#running.length >= leastRunning;
  }

  /** The first one alone: it fills the database, and others need what `prepare` does with it. */
  async start(size: number, prepare?: (first: Server) => Promise<void>): Promise<void> {
    this.#size = size;
    await this.#startOne();
    await prepare?.(this.#running[0]!);
    await Promise.all(Array.from({ length: size - 1 }, () => this.#startOne()));
    this.#fill();
  }

  /** As a power cut would. */
  kill(server: Server): void {
    server.isDoomed = true;
    server.child.kill("SIGKILL");
    this.#retire(server);
  }

  /** What the first server that comes there is to do at failpoints, from now on. */
  order(orders: Order[]): void {
    this.#orders = orders;
    this.#tellAll();
  }

  /** Resolves when all are gone. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#children].map((child) => killProcess(child, "SIGKILL")));
  }

  /** A start can fail while sessions are being ended: whoever runs servers tries again. */
  #fill(): void {
    while (!this.#isStopping && this.#running.length + this.#starting < this.#size + this.programs.spares) {
      this.#startOne()
        .catch(() => {
          if (!this.#isStopping) this.failedStarts += 1;
        })
        .finally(() => this.#fill());
    }
  }

  async #startOne(): Promise<void> {
    this.#starting += 1;
    const name = `server-${++this.#started}`;
    const begun = performance.now();
    try {
      const { program, argsOf, environment, nodeFlags, logDir } = this.programs;
      const log = join(logDir, `${name}.log`);
      const onSpawn = (child: ChildProcess) => this.#watch(child);
      const started = await startProcess(program, argsOf?.(name) ?? [], environment, log, { onSpawn, nodeFlags });
      this.startMs.push(performance.now() - begun);
      this.#welcome({ ...started, name, underWay: { purchase: 0, void: 0, other: 0 }, isDoomed: false });
    } finally {
      this.#starting -= 1;
    }
  }

  #welcome(server: Server): void {
    server.child.on("message", ({ thawed }: ThawedMessage) => this.onOrder(thawed, server, false));
    server.child.once("exit", (code, signal) => {
      if (this.#isStopping) return;
      this.#retire(server);
      const { passages } = this.programs;
      const killedBy = passages === undefined ? null : readEpitaph(passages, server.name);
      if (killedBy !== null) this.onOrder(killedBy, server, true);
      else if (!server.isDoomed) this.endedByThemselves.push(`${server.name} ended with ${code ?? signal}`);
    });
    this.#running.push(server);
    this.#tellAll();
  }

  #tellAll(): void {
    if (this.programs.passages === undefined) return;
    const orders = this.#orders.filter(({ act }) => act !== "KILL" || this.maySpare);
    for (const { child } of this.#running) if (child.connected) child.send({ orders }, () => undefined);
  }

  #watch(child: ChildProcess): void {
    this.#children.add(child);
    child.once("exit", () => this.#children.delete(child));
  }

  #retire(server: Server): void {
    const place = this.#running.indexOf(server);
    if (place >= 0) this.#running.splice(place, 1);
    if (!this.#isStopping) this.#tellAll();
    this.#fill();
  }
}
