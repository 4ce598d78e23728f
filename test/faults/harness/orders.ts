import type { Fleet } from "./fleet.js";
import type { Order } from "./server/order.js";

/** Orders that wait for a server to come to their failpoint: every server has them, the first one carries them out. */
export class Orders {
  /** How often a kill or a freeze at the failpoint was carried out. */
  readonly carriedOut: Record<string, number> = {};
  /** How often nobody came to the failpoint in time. */
  readonly missed: Record<string, number> = {};
  #last = 0;
  readonly #waiting = new Map<number, { order: Order; done: () => void }>();

  constructor(private readonly fleet: Fleet) {
    fleet.onOrder = (id) => this.#waiting.get(id)?.done();
  }

  /** Resolves when a server has done it: true; or nobody within `limitMs`, null: as long as the run lasts: false. */
  async give(order: Omit<Order, "id">, limitMs: number | null, signal: AbortSignal): Promise<boolean> {
    const id = ++this.#last;
    const isDone = await new Promise<boolean>((resolve) => {
      const timer = limitMs === null ? undefined : setTimeout(() => resolve(false), limitMs);
      signal.addEventListener("abort", () => resolve(false), { once: true });
      const done = () => {
        clearTimeout(timer);
        resolve(true);
      };
      this.#waiting.set(id, { order: { ...order, id }, done });
      this.#publish();
    });
    this.#waiting.delete(id);
    this.#publish();
    if (isDone || !signal.aborted) this.#note(isDone ? this.carriedOut : this.missed, order);
    return isDone;
  }

  #note(counts: Record<string, number>, { failpoint }: Omit<Order, "id">): void {
    counts[failpoint] = (counts[failpoint] ?? 0) + 1;
  }

  #publish(): void {
    this.fleet.order([...this.#waiting.values()].map(({ order }) => order));
  }
}
