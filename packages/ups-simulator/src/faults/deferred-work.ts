interface Deferred {
  due: Date;
  run(): Promise<unknown>;
}

/** Work that happens later on the simulator's clock; looked after before every request, so no timer runs. */
export class DeferredWork {
  #waiting: Deferred[] = [];

  add(due: Date, run: () => Promise<unknown>): void {
    this.#waiting.push({ due, run });
  }

  /** Runs what is due, oldest first. */
  async runDue(now: Date): Promise<void> {
    const due = this.#waiting.filter((work) => work.due <= now).sort((a, b) => a.due.getTime() - b.due.getTime());
    this.#waiting = this.#waiting.filter((work) => !due.includes(work));
    for (const work of due) await work.run();
  }
}
