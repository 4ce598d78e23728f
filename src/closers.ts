import type { Log } from "./log.js";

/** The start was given up, because the process is to stop. */
class StartAbandoned extends Error {
  override readonly name = "StartAbandoned";
}

interface Closer {
  part: string;
  close(): Promise<unknown>;
}

/** What a part still gets to close when the grace is used up. */
const leastMs = 1_000;

/** What was opened, to be closed in the opposite order; also when the process is to stop while it still starts. */
export class Closers {
  readonly #log: Log;
  readonly #closers: Closer[] = [];
  readonly #steps = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  constructor(log: Log) {
    this.#log = log;
  }

  get isClosing(): boolean {
    return this.#closing !== null;
  }

  /**
   * One step of the start. What it opens is closed by `close`, which waits for steps under way. Throws StartAbandoned
   * once closing has begun, before the step or after it.
   */
  async open<T>(part: string, open: () => Promise<T>, close?: (opened: T) => Promise<unknown>): Promise<T> {
    this.#refuseWhenClosing();
    const step = open().then((opened) => {
      if (close) this.#closers.push({ part, close: () => close(opened) });
      return opened;
    });
    this.#steps.add(step);
    const opened = await step;
    this.#refuseWhenClosing();
    return opened;
  }

  /**
   * Closes everything, also what follows a part that fails or that is not done when the grace is over. Never throws;
   * every call waits for the same end.
   */
  close(graceMs: number): Promise<void> {
    this.#closing ??= this.#closeAll(performance.now() + graceMs);
    return this.#closing;
  }

  #refuseWhenClosing(): void {
    if (this.isClosing) throw new StartAbandoned("The process is stopping.");
  }

  async #closeAll(end: number): Promise<void> {
    await this.#inTime("start", end, Promise.allSettled(this.#steps));
    for (const { part, close } of this.#closers.reverse()) await this.#inTime(part, end, close());
  }

  async #inTime(part: string, end: number, work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(
        () => {
          this.#log.warn("A part did not stop in time and is left behind.", { part });
          resolve();
        },
        Math.max(end - performance.now(), leastMs),
      );
    });
    const done = work.catch((error: unknown) => this.#log.warn("A part failed to stop.", { part, error }));
    await Promise.race([done, tooLate]);
    clearTimeout(timer);
  }
}
