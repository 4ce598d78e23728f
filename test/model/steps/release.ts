import { shipResult } from "../carrier-conditions.js";
import { choose, type HeldCall, type Model } from "../model.js";
import type { Seen, SeenPurchase } from "../seen.js";
import { isLegal, type PurchaseState } from "../states.js";
import { type Forecast, Step, voidStates } from "../step.js";
import type { World } from "../world.js";

/** A call that hung goes on, however much has happened meanwhile. */
export class Release extends Step {
  constructor(readonly pick: number) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return model.held.length > 0;
  }

  forecast(model: Model): Forecast<unknown> {
    const call = choose(model.held, this.pick)!;
    const purchase = heldPurchase(model, call);
    if (!purchase) return {};
    if (call.of === "VOID") return { voids: new Map([[purchase.id, voidsAfter(purchase)]]) };
    const told = this.#told(model, call, purchase);
    const state = isLegal(purchase.state, told) ? told : purchase.state;
    return {
      states: new Map([[purchase.id, [state]]]),
      faults: (_, seen) => (told === "PURCHASED" ? leftLive(model, seen, purchase) : []),
    };
  }

  async act(model: Model, world: World): Promise<void> {
    const call = choose(model.held, this.pick);
    if (!call) return;
    model.held = model.held.filter((other) => other !== call);
    await world.late[call.id]!();
  }

  toString(): string {
    return `Release ${this.pick}`;
  }

  /**
   * The carrier's answer: it counts while the purchase is open, and changes nothing afterwards. What has ended, or is
   * looked for, does not leave any more.
   */
  #told(model: Model, call: HeldCall, purchase: SeenPurchase): PurchaseState {
    if (call.at === "BEFORE" && purchase.state !== "PENDING") return purchase.state;
    const isRefused = !!model.shipments.get(purchase.shipmentId)?.isRefused;
    return shipResult(call.at === "AFTER" ? call.conditions : model.conditions, isRefused).state;
  }
}

/** What the carrier says it booked, after the purchase was given up, is voided at once. */
function leftLive(model: Model, seen: Seen, { id, state, reference }: SeenPurchase): string[] {
  if (state !== "NOT_CREATED" || model.conditions.VOID !== "FINE") return [];
  return seen.bookings
    .filter((booking) => booking.references.includes(reference) && !booking.isVoided)
    .map((booking) => `${booking.number} of ${id}, which was given up, is still in force`);
}

function heldPurchase(model: Model, { purchaseId }: HeldCall): SeenPurchase | undefined {
  return purchaseId ? model.purchases.get(purchaseId) : undefined;
}

/** What was asked for when it hung, and perhaps what was asked for since: all that is pending, or a part of it. */
function voidsAfter(purchase: SeenPurchase) {
  const before = voidStates(purchase);
  const done = before.map((state) => (state === "VOID_PENDING" ? ("VOIDED" as const) : state));
  const first = before.map((state, index) => (index === 0 && state === "VOID_PENDING" ? ("VOIDED" as const) : state));
  return [before, done, first];
}
