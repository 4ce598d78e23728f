/** Who was heard of last, when, and in which turn of the event loop. One thread: there is one of it. */
const last = { of: null as ProcessorTime | null, at: 0, turn: 0, isTurnTimed: false };

function startTurn(): void {
  last.isTurnTimed = true;
  setImmediate(() => {
    last.turn += 1;
    last.isTurnTimed = false;
    last.of = null;
  });
}

/**
 * The processor time of one request's fields. `touch` is called wherever the request does something: between two touches
 * of one turn of the event loop, with no other request's in between, the time was this request's. What others do and what
 * is waited for does not count; work outside of fields counts where touches stand around it.
 */
export class ProcessorTime {
  milliseconds = 0;
  #sliceMs = 0;
  #turn = -1;

  touch(): void {
    if (!last.isTurnTimed) startTurn();
    const now = performance.now();
    if (this.#turn !== last.turn) {
      this.#turn = last.turn;
      this.#sliceMs = 0;
    }
    if (last.of === this) {
      this.#sliceMs += now - last.at;
      this.milliseconds += now - last.at;
    }
    last.of = this;
    last.at = now;
  }

  /** For how long it has run without letting others run. */
  get sliceMs(): number {
    return this.#turn === last.turn ? this.#sliceMs : 0;
  }
}
