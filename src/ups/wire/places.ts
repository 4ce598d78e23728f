/** So many at a time, first come, first served. */
export class Places {
  #free: number;
  /** Oldest first: each takes the place that becomes free. */
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** Gives the place back, once; null: none became free within `waitMs`. */
  async take(waitMs: number): Promise<(() => void) | null> {
    if (this.#free > 0) this.#free -= 1;
    else if (!(await this.#wait(waitMs))) return null;
    return () => this.#release();
  }

  #wait(waitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isTaken: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(taken);
        resolve(isTaken);
      };
      const taken = () => end(true);
      const timer = setTimeout(() => end(false), Math.max(0, waitMs));
      this.#waiting.add(taken);
    });
  }

  #release(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#free += 1;
  }
}
