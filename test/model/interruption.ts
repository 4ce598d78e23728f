import type { CarrierAdapter } from "../../src/carrier/adapter.js";

export type Interrupted = "ship" | "voidShipment" | "recoverLabels";

/** BEFORE: the call has not left; AFTER: the carrier has done its work, and its answer has come. */
export type Moment = "BEFORE" | "AFTER";

/** Stops whoever makes this call at this moment, until released. Never released it is a process that died there. */
export class Interruption {
  readonly reached: Promise<void>;
  readonly #released: Promise<void>;
  #reach!: () => void;
  release!: () => void;

  constructor(
    readonly operation: Interrupted,
    readonly at: Moment,
  ) {
    this.reached = new Promise((resolve) => {
      this.#reach = resolve;
    });
    this.#released = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  wrap(adapter: CarrierAdapter): CarrierAdapter {
    return override(adapter, this.operation, async (call) => {
      if (this.at === "BEFORE") await this.#stop();
      const answer = await call();
      if (this.at === "AFTER") await this.#stop();
      return answer;
    });
  }

  #stop(): Promise<void> {
    this.#reach();
    return this.#released;
  }
}

/** The adapter with one method replaced; `call` asks the real one. */
export function override(
  adapter: CarrierAdapter,
  method: keyof CarrierAdapter,
  instead: (call: () => Promise<unknown>) => Promise<unknown>,
): CarrierAdapter {
  return new Proxy(adapter, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      const call = value.bind(target);
      return name === method ? (...values: unknown[]) => instead(() => call(...values)) : call;
    },
  });
}
