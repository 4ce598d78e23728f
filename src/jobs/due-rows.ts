import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";
import { type Turn, turnSeconds } from "../shipping/turn.js";
import { TrackedWork } from "./background-work.js";

/** A kind of row that becomes due, and what is done with one. */
export interface DueRowKind {
  /**
   * The `security definer` function that takes due rows with SKIP LOCKED and moves their `next_check_at` on in the same
   * statement: `sweep(at_most, for_seconds, ...more)` gives `tenant_id`, `id`, `taken_until` and, where rows are to be
   * worked one after the other, the `queue` they share; `at_most` then counts queues.
   */
  sweep: string;
  more?: readonly unknown[];
  /** Queues worked at the same time by this process; a row without a queue is one of its own. */
  atOnce: number;
  /** Does what is due and plans when the row is due next. False: the rest of its queue cannot be worked now. */
  work(turn: Turn): Promise<unknown>;
  /** Told what `work` throws. The row is due again when its turn ends, or when `work` has planned. */
  failed(turn: Turn, error: unknown): void;
}

interface TakenRow {
  tenant_id: string;
  id: string;
  taken_until: string;
  queue?: string;
}

/**
 * Takes rows of any tenant that are due, and works them. Only what there is room for is taken, and begun at once: a slow
 * row keeps its own place and no other, one that fails stops only its queue, and every other instance takes other rows.
 */
export class DueRows {
  readonly #underWay = new TrackedWork();
  #isStopped = false;

  constructor(
    private readonly deps: Pick<ShippingDeps, "database">,
    private readonly kind: DueRowKind,
  ) {}

  /** Waits until there is room, takes what is due and begins it. True: there may be more. */
  async take(): Promise<boolean> {
    const { atOnce } = this.kind;
    if (this.#underWay.count >= atOnce) await this.#underWay.anyEnded();
    if (this.#isStopped) return false;
    const room = atOnce - this.#underWay.count;
    const queues = await this.#takeQueues(room);
    for (const turns of queues) this.#underWay.run(this.#workQueue(turns));
    return queues.length >= room;
  }

  /** Resolves when nothing is under way any more. */
  settled(): Promise<void> {
    return this.#underWay.settled();
  }

  /** Takes no more and begins nothing further in queues. */
  stop(): void {
    this.#isStopped = true;
  }

  async #takeQueues(room: number): Promise<Turn[][]> {
    const { sweep, more = [] } = this.kind;
    const values = [room, turnSeconds, ...more];
    const places = values.map((_, index) => `$${index + 1}`).join(", ");
    const rows: TakenRow[] = await inSystem(this.deps.database, (manager) =>
      manager.query(`select * from ${sweep}(${places})`, values),
    );
    const queues = new Map<string, Turn[]>();
    for (const { tenant_id: tenantId, id, taken_until: takenUntil, queue = id } of rows) {
      const key = `${tenantId} ${queue}`;
      queues.set(key, [...(queues.get(key) ?? []), { tenantId, id, takenUntil }]);
    }
    return [...queues.values()];
  }

  async #workQueue([first, ...rest]: Turn[]): Promise<void> {
    let isWorkable = await this.#work(first!);
    for (const turn of rest) {
      if (!isWorkable || this.#isStopped) return;
      isWorkable = await this.#work(turn);
    }
  }

  async #work(turn: Turn): Promise<boolean> {
    try {
      return (await this.kind.work(turn)) !== false;
    } catch (error) {
      this.kind.failed(turn, error);
      return false;
    }
  }
}
