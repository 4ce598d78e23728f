/** Told when a request begins to wait for others, goes on, and ends. */
export interface PlaceKeeper {
  stepAside(): void;
  comeBack(): void;
  leave(wasAside: boolean): void;
}

/** A request's place among those at work. It is free for another while the request only waits for somebody else. */
export class Place {
  #waits = 0;
  #hasLeft = false;

  constructor(private readonly keeper: PlaceKeeper) {}

  /** Of several parts of the request that wait at once the first frees the place and the last takes it again. */
  stepAside(): void {
    this.#waits += 1;
    if (this.#waits === 1 && !this.#hasLeft) this.keeper.stepAside();
  }

  comeBack(): void {
    this.#waits -= 1;
    if (this.#waits === 0 && !this.#hasLeft) this.keeper.comeBack();
  }

  /** The answer is there; what goes on in the background holds no place. */
  leave(): void {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.keeper.leave(this.#waits > 0);
  }
}
