import { setTimeout as sleep } from "node:timers/promises";
import { FairShares, timesFree } from "../admission/fair-shares.js";
import type { Party } from "../admission/party.js";
import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";
import { Postponed } from "../shipping/postponed.js";
import { type Turn, turnSeconds } from "../shipping/turn.js";
import { inSpan } from "../telemetry/spans.js";
import { AccountRooms } from "./account-rooms.js";
import { TrackedWork } from "./background-work.js";

/** A kind of row that becomes due, and what is done with one. */
export interface DueRowKind {
  /**
   * The `security definer` function that takes due rows with SKIP LOCKED and moves their `next_check_at` on in the same
   * statement: `sweep(at_most, for_seconds)` gives `tenant_id`, `id` and `taken_until`.
   */
  sweep: string;
  /** Rows worked at the same time by this process; where they belong to accounts, of one tenant: of all a quarter more. */
  atOnce: number;
  /**
   * Of rows that each belong to a carrier account: of one account so many at the same time, and of one tenant its share
   * (see `FairShares`). Its sweep is
   * `sweep(at_most, for_seconds, per_account, accounts, free, busy, ...more, times_free)` and gives `account_id` too.
   */
  accounts?: { atOnce: number; more: readonly unknown[] };
  /** Does what is due and plans when the row is due next. False: other rows of its account cannot be worked now. */
  work(turn: Turn): Promise<unknown>;
  /** Told what `work` throws. The row is due again when its turn ends, or when `work` has planned. */
  failed(turn: Turn, error: unknown): void;
}

interface TakenRow {
  tenant_id: string;
  id: string;
  taken_until: string;
  account_id?: string;
}

/** Of an account whose row could not be worked. */
const heldSeconds = 60;
/** Between two sweeps while accounts or tenants have as many rows under way as they may. */
const shortestMs = 100;
const longestMs = 1_000;

/**
 * Takes rows of any tenant that are due, and works them. Only what there is room for is taken, and begun at once: a slow
 * row keeps its own place and no other, one that fails stops no other, and every other instance takes other rows.
 */
export class DueRows {
  readonly #underWay = new TrackedWork();
  readonly #rooms: AccountRooms;
  readonly #shares: FairShares;
  #isStopped = false;
  /** An account or a tenant has as many rows under way as it may: there may be more of it when one ends. */
  #isNarrow = false;
  #sweptAt = 0;

  constructor(
    private readonly deps: Pick<ShippingDeps, "database">,
    private readonly kind: DueRowKind,
  ) {
    this.#rooms = new AccountRooms(kind.accounts?.atOnce ?? kind.atOnce);
    this.#shares = kind.accounts ? FairShares.forOneAlone(kind.atOnce) : new FairShares(kind.atOnce);
  }

  /** Waits until there is room, takes what is due and begins it. True: there may be more. */
  async take(): Promise<boolean> {
    const atOnce = this.#shares.size;
    if (this.#underWay.count >= atOnce) await this.#underWay.anyEnded();
    else if (this.#isNarrow && this.#underWay.count > 0) await this.#anyEndedSoon();
    if (this.#isNarrow) await sleep(Math.max(0, this.#sweptAt + shortestMs - performance.now()));
    if (this.#isStopped) return false;
    const room = atOnce - this.#underWay.count;
    const rows = await this.#takeRows(room);
    for (const row of rows) this.#begin(row);
    this.#isNarrow = this.kind.accounts !== undefined && this.#isShortAfter(rows);
    return rows.length >= room || this.#isNarrow;
  }

  /** What is short may hang; others' rows are not to wait for it. */
  async #anyEndedSoon(): Promise<void> {
    const timer = new AbortController();
    const late = sleep(longestMs, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([this.#underWay.anyEnded(), late]).finally(() => timer.abort());
  }

  #isShortAfter(rows: TakenRow[]): boolean {
    return this.#shares.isShort || rows.some(({ account_id: account = "" }) => this.#rooms.free(account) === 0);
  }

  /** Resolves when nothing is under way any more. */
  settled(): Promise<void> {
    return this.#underWay.settled();
  }

  /** Takes no more. */
  stop(): void {
    this.#isStopped = true;
  }

  #takeRows(room: number): Promise<TakenRow[]> {
    const { sweep, accounts } = this.kind;
    const narrow = this.#rooms.narrow();
    const byAccount = accounts && [
      accounts.atOnce,
      narrow.accounts,
      narrow.free,
      narrow.busy,
      ...accounts.more,
      timesFree,
    ];
    const values = [room, turnSeconds, ...(byAccount ?? [])];
    const places = values.map((_, index) => `$${index + 1}`).join(", ");
    this.#sweptAt = performance.now();
    return inSystem(this.deps.database, (manager) => manager.query(`select * from ${sweep}(${places})`, values));
  }

  #begin({ tenant_id: tenantId, id, taken_until: takenUntil, account_id: account }: TakenRow): void {
    const party: Party = { tenant: tenantId, kind: "WORKER" };
    this.#shares.take(party);
    if (account !== undefined) this.#rooms.begin(account);
    const work = this.#work({ tenantId, id, takenUntil }).then((hold) => {
      this.#shares.give(party);
      if (account === undefined) return;
      if (hold === 0) this.#rooms.end(account);
      else this.#rooms.hold(account, hold);
    });
    this.#underWay.run(work);
  }

  /** Seconds for which the account's other rows cannot be worked either. */
  async #work(turn: Turn): Promise<number> {
    try {
      const isWorkable = await inSpan(this.kind.sweep, { parent: null }, () => this.kind.work(turn));
      return isWorkable === false ? heldSeconds : 0;
    } catch (error) {
      if (error instanceof Postponed) return error.seconds;
      this.kind.failed(turn, error);
      return 0;
    }
  }
}
