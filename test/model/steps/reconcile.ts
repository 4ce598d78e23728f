import { foreseeLook, foreseeVoid, isVoidDone } from "../foresee.js";
import { Interruption, type Moment } from "../interruption.js";
import { bookingsOf, type Model } from "../model.js";
import type { Seen, SeenPurchase } from "../seen.js";
import type { PurchaseState } from "../states.js";
import { type Forecast, Step, voidStates } from "../step.js";
import type { World } from "../world.js";

/** The worker looks at all that is open, once or several workers at once. */
export class Reconcile extends Step {
  constructor(readonly workers: number) {
    super();
  }

  forecast(model: Model): Forecast<unknown> {
    const all = [...model.purchases.values()];
    return {
      states: new Map(all.map((purchase) => [purchase.id, [foreseeLook(model, purchase)]])),
      voids: new Map(all.map((purchase) => [purchase.id, [voidsAfterLook(model, purchase)]])),
      faults: (_, seen) => leftLive(model, seen),
    };
  }

  async act(_model: Model, world: World): Promise<void> {
    await Promise.all(Array.from({ length: this.workers }, () => world.reconcile()));
  }

  toString(): string {
    return `Reconcile by ${this.workers}`;
  }
}

/** A worker dies in the middle of its work. */
export class DieReconciling extends Step {
  constructor(
    readonly operation: "recoverLabels" | "voidShipment",
    readonly at: Moment,
  ) {
    super();
  }

  forecast(model: Model): Forecast<unknown> {
    const all = [...model.purchases.values()];
    const states = (purchase: SeenPurchase): PurchaseState[] =>
      purchase.state === "PENDING" || purchase.state === "UNKNOWN"
        ? [purchase.state, "UNKNOWN", foreseeLook(model, purchase)]
        : [purchase.state];
    return {
      states: new Map(all.map((purchase) => [purchase.id, states(purchase)])),
      voids: new Map(all.map((purchase) => [purchase.id, [voidStates(purchase), voidsAfterLook(model, purchase)]])),
    };
  }

  act(_model: Model, world: World): Promise<void> {
    return world.reconcile(new Interruption(this.operation, this.at));
  }

  toString(): string {
    return `Die ${this.at} ${this.operation} of a worker`;
  }
}

function voidsAfterLook(model: Model, purchase: SeenPurchase) {
  const before = voidStates(purchase);
  return foreseeVoid(model, before, (index) => before[index] === "VOID_PENDING");
}

/** Bookings of given-up purchases that the carrier shows are voided at once. */
function leftLive(model: Model, seen: Seen): string[] {
  const isCarrierFine = model.conditions.RECOVER_LABEL === "FINE" && isVoidDone(model);
  if (!isCarrierFine) return [];
  const givenUp = seen.purchases.filter(
    (purchase) => purchase.state === "NOT_CREATED" && purchase.isWatched && model.purchases.get(purchase.id)?.isWatched,
  );
  return givenUp.flatMap((purchase) =>
    bookingsOf({ ...model, bookings: new Map(seen.bookings.map((booking) => [booking.number, booking])) }, purchase)
      .filter((booking) => !booking.isVoided)
      .map((booking) => `${booking.number} of ${purchase.id}, which was given up, is still in force`),
  );
}
