/** Thrown in work that nobody waits for when the carrier, or what buyers leave of its time, has no room for it now. */
export class Postponed extends Error {
  override readonly name = "Postponed";

  constructor(readonly seconds: number) {
    super(`The carrier is asked again in ${seconds} s`);
  }

  /** Spread, so that what was postponed together does not come back together. */
  get spreadSeconds(): number {
    return this.seconds * (1 + Math.random());
  }
}
