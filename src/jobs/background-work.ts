import type { BackgroundWork } from "../shipping/deps.js";

/** Remembers what is still under way, so that the server can wait for it before it stops. */
export class TrackedWork implements BackgroundWork {
  readonly #underWay = new Set<Promise<unknown>>();

  get count(): number {
    return this.#underWay.size;
  }

  run(work: Promise<unknown>): void {
    const tracked: Promise<unknown> = work
      .catch(() => undefined)
      .finally(() => {
        this.#underWay.delete(tracked);
      });
    this.#underWay.add(tracked);
  }

  /** Resolves when something of what is under way has ended; never, while nothing is. */
  async anyEnded(): Promise<void> {
    await Promise.race(this.#underWay);
  }

  /** Resolves when nothing is under way any more, what was begun meanwhile included. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }
}
