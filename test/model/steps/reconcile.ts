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
      states: new Map(all.map((one) => [one.id, [foreseeLook(model, one)]])),
      voids: new Map(all.map((one) => [one.id, [voidsAfterLook(model, one)]])),
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
    const states = (one: SeenPurchase): PurchaseState[] =>
      one.state === "PENDING" || one.state === "UNKNOWN"
        ? [one.state, "UNKNOWN", foreseeLook(model, one)]
        : [one.state];
    return {
      states: new Map(all.map((one) => [one.id, states(one)])),
      voids: new Map(all.map((one) => [one.id, [voidStates(one), voidsAfterLook(model, one)]])),
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
    (one) => one.state === "NOT_CREATED" && one.isWatched && model.purchases.get(one.id)?.isWatched,
  );
  return givenUp.flatMap((one) =>
    bookingsOf({ ...model, bookings: new Map(seen.bookings.map((booking) => [booking.number, booking])) }, one)
      .filter((booking) => !booking.isVoided)
      .map((booking) => `${booking.number} of ${one.id}, which was given up, is still in force`),
  );
}
