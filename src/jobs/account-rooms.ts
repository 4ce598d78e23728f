interface Room {
  /** Rows at the same time. */
  limit: number;
  busy: number;
  heldUntilMs: number;
}

/**
 * How many rows of each account are worked at the same time, so that what waits for one account takes no place from
 * another. An account that cannot be asked now is left alone for a while, and gets half as many places; each row that is
 * done gives one back.
 */
export class AccountRooms {
  readonly #rooms = new Map<string, Room>();

  constructor(
    private readonly most: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  begin(account: string): void {
    this.#roomOf(account).busy += 1;
  }

  end(account: string): void {
    const room = this.#roomOf(account);
    room.busy -= 1;
    room.limit = Math.min(this.most, room.limit + 1);
  }

  /** A row of it could not be worked: nor could others, for so long. */
  hold(account: string, seconds: number): void {
    const room = this.#roomOf(account);
    room.busy -= 1;
    room.limit = Math.max(1, Math.floor(room.limit / 2));
    room.heldUntilMs = Math.max(room.heldUntilMs, this.nowMs() + seconds * 1_000);
  }

  free(account: string): number {
    const room = this.#rooms.get(account);
    if (room === undefined) return this.most;
    return room.heldUntilMs > this.nowMs() ? 0 : Math.max(0, room.limit - room.busy);
  }

  /** The accounts that have less room than usual, as columns. */
  narrow(): { accounts: string[]; free: number[]; busy: number[] } {
    for (const [account, { busy }] of this.#rooms)
      if (busy === 0 && this.free(account) === this.most) this.#rooms.delete(account);
    const accounts = [...this.#rooms.keys()];
    const busy = accounts.map((account) => this.#roomOf(account).busy);
    return { accounts, free: accounts.map((account) => this.free(account)), busy };
  }

  #roomOf(account: string): Room {
    const room = this.#rooms.get(account) ?? { limit: this.most, busy: 0, heldUntilMs: 0 };
    this.#rooms.set(account, room);
    return room;
  }
}
