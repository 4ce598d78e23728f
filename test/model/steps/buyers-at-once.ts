import type { PurchaseInput } from "../../../src/shipping/purchase/purchase-input.js";
import { shipConditions } from "../carrier-conditions.js";
import { foreseeBuy } from "../foresee.js";
import { shipmentInput } from "../inputs.js";
import { choose, hasRoom, type Model } from "../model.js";
import { type Forecast, Step } from "../step.js";
import type { World } from "../world.js";
import { type BuyAnswer, newKey } from "./buy-step.js";

/** Several buyers in the same moment: with one key, or with a key each for one shipment. */
export class BuyersAtOnce extends Step<BuyAnswer[]> {
  constructor(
    readonly buyers: number,
    readonly what: { of: "INLINE" | "SHIPMENT"; pick: number; keys: "ONE" | "OWN" },
  ) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return this.what.of === "INLINE" ? hasRoom(model) : model.shipments.size > 0;
  }

  forecast(model: Model): Forecast<BuyAnswer[]> | null {
    // Where the carrier gets nothing the shipment, or the key, is free again at once, and the next buyer has his turn.
    const isGivenBack = shipConditions[model.conditions.SHIP].state === "NOT_CREATED";
    if (isGivenBack) return null;
    const foreseen = foreseeBuy(model, this.#inputs(model)[0]!, null);
    if (foreseen.kind !== "MADE") return { made: [] };
    // A refusal frees the shipment again, so that each may get his own.
    if (!this.#ofOneKey && foreseen.states.includes("REJECTED")) return null;
    return { made: [foreseen.states], faults: (answers) => this.#soldTwice(answers) };
  }

  async act(model: Model, world: World): Promise<BuyAnswer[]> {
    const inputs = this.#inputs(model);
    for (const input of inputs) model.keys.set(input.idempotencyKey, { input, purchaseId: null });
    return Promise.all(inputs.map((input) => world.buy(input, null, false)));
  }

  toString(): string {
    const { of, pick, keys } = this.what;
    const what = of === "INLINE" ? "an inline shipment" : `shipment ${pick}`;
    return `${this.buyers} buyers at once of ${what} with ${keys === "ONE" ? "one key" : "a key each"}`;
  }

  get #ofOneKey(): boolean {
    return this.what.keys === "ONE";
  }

  #soldTwice(answers: BuyAnswer[]): string[] {
    const sold = answers.flatMap((answer) => answer?.value?.id ?? []);
    const right = this.#ofOneKey ? this.buyers : 1;
    const isRight = sold.length === right && new Set(sold).size === 1;
    return isRight ? [] : [`answered ${JSON.stringify(answers)}`];
  }

  #inputs(model: Readonly<Model>): PurchaseInput[] {
    const shipmentId = choose(model.shipments.keys(), this.what.pick);
    const shipment = shipmentInput(model.orderId, { packages: 1, isRefused: false });
    const what = this.what.of === "INLINE" ? { shipment } : { shipmentId: shipmentId! };
    const key = newKey(model);
    return Array.from({ length: this.buyers }, (_, index) => ({
      ...{ idempotencyKey: this.#ofOneKey ? key : `${key}-${index}`, labelFormat: "ZPL" as const },
      ...what,
    }));
  }
}
