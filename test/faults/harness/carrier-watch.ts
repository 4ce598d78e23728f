import { setTimeout as sleep } from "node:timers/promises";
import type { SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";

/** A request without an answer for so long was left by the server that had sent it. */
const abandonedMs = 5_000;
const pollMs = 4_000;

/** Watches UPS for requests whose server was killed while it waited: what the kills met, reconciliation too. */
export class CarrierWatch {
  /** By operation. */
  readonly abandoned: Record<string, number> = {};
  readonly #seen = new Set<string>();
  #isOver = false;
  #watching: Promise<void> = Promise.resolve();

  constructor(private readonly control: SimulatorControl) {}

  start(): void {
    this.#watching = this.#watch();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#watching;
  }

  async #watch(): Promise<void> {
    while (!this.#isOver) {
      await this.#look();
      await sleep(pollMs);
    }
    await this.#look();
  }

  /** A fault that gives no answer leaves none either: only undisturbed and delayed requests count. */
  async #look(): Promise<void> {
    for (const { transId, operation, status, fault, at } of await this.control.requests()) {
      const isLeft =
        status === null && (fault === null || fault === "DELAY") && Date.parse(at) < Date.now() - abandonedMs;
      if (!isLeft || transId === null || operation === null || this.#seen.has(transId)) continue;
      this.#seen.add(transId);
      this.abandoned[operation] = (this.abandoned[operation] ?? 0) + 1;
    }
  }
}
