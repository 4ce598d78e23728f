import { resolvePurchase } from "../../../src/shipping/reconcile/resolve-purchase.js";
import { choose, type Model } from "../model.js";
import type { SeenPurchase } from "../seen.js";
import { type Forecast, Step } from "../step.js";
import type { World } from "../world.js";

type Answer = Awaited<ReturnType<typeof resolvePurchase>>;

/** A person takes it that a purchase without an answer was never made, rightly or not. */
export class GiveUp extends Step<Answer> {
  constructor(readonly pick: number) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return model.purchases.size > 0;
  }

  forecast(model: Model): Forecast<Answer> {
    const purchase = this.#purchase(model);
    const isUndecided = purchase.state === "UNKNOWN" || (purchase.state === "PENDING" && model.old.has(purchase.id));
    const right = isUndecided ? "" : "NOT_ALLOWED";
    return {
      states: new Map([[purchase.id, [isUndecided ? "NOT_CREATED" : purchase.state]]]),
      faults: ({ userErrors }) => {
        const said = userErrors.map((error) => error.code).join();
        return said === right ? [] : [`answered ${said || "yes"}, not ${right || "yes"}`];
      },
    };
  }

  act(model: Model, world: World): Promise<Answer> {
    return resolvePurchase(world.deps, world.actor, { purchaseId: this.#purchase(model).id, decision: "NOT_CREATED" });
  }

  toString(): string {
    return `Give purchase ${this.pick} up`;
  }

  #purchase(model: Readonly<Model>): SeenPurchase {
    return choose(model.purchases.values(), this.pick)!;
  }
}
