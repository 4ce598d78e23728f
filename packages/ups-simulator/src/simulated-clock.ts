/** The simulator's own time: a source of time, shifted by what tests asked for. */
export class SimulatedClock {
  #shiftMs = 0;

  constructor(private readonly source: () => Date) {}

  now(): Date {
    return new Date(this.source().getTime() + this.#shiftMs);
  }

  advance(seconds: number): void {
    this.#shiftMs += seconds * 1000;
  }

  set(instant: Date): void {
    this.#shiftMs = instant.getTime() - this.source().getTime();
  }
}

/** `YYYYMMDD` in UTC: the simulator knows no local time. */
export function compactDate(instant: Date): string {
  return instant.toISOString().slice(0, 10).replaceAll("-", "");
}

/** `HHMMSS` in UTC. */
export function compactTime(instant: Date): string {
  return instant.toISOString().slice(11, 19).replaceAll(":", "");
}
