/** Who was heard of last in this turn of the event loop, and when. One thread: there is one of it. */
const last = { of: null as ProcessorTime | null, at: 0, isTurnTimed: false };

function startTurn(): void {
  last.isTurnTimed = true;
  setImmediate(() => {
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

  touch(): void {
    if (!last.isTurnTimed) startTurn();
    const now = performance.now();
    if (last.of === this) this.milliseconds += now - last.at;
    last.of = this;
    last.at = now;
  }
}
