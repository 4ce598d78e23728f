import type { Outcome, Unavailable } from "../../carrier/outcome.js";
import type { ShippingDeps } from "../deps.js";

const tooLate: Unavailable = {
  kind: "UNAVAILABLE",
  reason: "TIMEOUT",
  message: "The carrier did not answer in time",
  retryAfterSeconds: null,
  messages: [],
};

/** One moment by which several answers are there, or are done without. Ended by whoever began it. */
export class Deadline {
  readonly #over: Promise<"OVER">;
  #end: () => void = () => undefined;

  constructor(milliseconds: number) {
    this.#over = new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds, "OVER");
      this.#end = () => clearTimeout(timer);
    });
  }

  /** The answer, or that there is none in time. What is late goes on: who asks the same meanwhile shares it. */
  async inTime<T>({ background }: Pick<ShippingDeps, "background">, answer: Promise<Outcome<T>>): Promise<Outcome<T>> {
    const first = await this.race(answer);
    if (first !== "OVER") return first;
    background.run(answer);
    return tooLate;
  }

  /** What the work comes to, or OVER when time was up before. */
  race<T>(work: Promise<T>): Promise<T | "OVER"> {
    return Promise.race([work, this.#over]);
  }

  end(): void {
    this.#end();
  }
}
