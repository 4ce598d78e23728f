/** The database's connections that one request holds: so many at the same time, the next ones wait for these. */
export class HeldConnections {
  #held = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** Resolves with what is called once the connection is given back. */
  async hold(): Promise<() => void> {
    if (this.#held < this.most) this.#held += 1;
    else await new Promise<void>((handedOver) => this.#waiting.push(handedOver));
    return () => this.#giveBack();
  }

  #giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#held -= 1;
  }
}
