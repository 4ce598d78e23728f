import type { Conditions } from "../carrier-conditions.js";
import { bookingsOf, choose, type Model } from "../model.js";
import type { SeenPurchase } from "../seen.js";
import { type Forecast, Step } from "../step.js";
import type { World } from "../world.js";

/** The carrier behaves otherwise from now on, in one of its operations. */
export class CarrierBecomes extends Step {
  constructor(
    readonly operation: keyof Conditions,
    readonly condition: string,
  ) {
    super();
  }

  forecast(): Forecast<unknown> {
    return {};
  }

  act(model: Model, world: World): Promise<void> {
    model.conditions = { ...model.conditions, [this.operation]: this.condition } as Conditions;
    return world.setConditions(model.conditions);
  }

  toString(): string {
    return `${this.operation} becomes ${this.condition}`;
  }
}

/** The carrier's clock goes on. */
export class CarrierClockAdvances extends Step {
  constructor(readonly seconds: number) {
    super();
  }

  forecast(): Forecast<unknown> {
    return {};
  }

  act(model: Model, world: World): Promise<void> {
    model.carrierClock += this.seconds;
    return world.service.control.advanceClock(this.seconds);
  }

  toString(): string {
    return `The carrier's clock advances by ${this.seconds} s`;
  }
}

/** So much time passes that two empty answers prove that nothing was booked. */
export class HoursPass extends Step {
  forecast(): Forecast<unknown> {
    return {};
  }

  async act(model: Model, world: World): Promise<void> {
    for (const id of model.purchases.keys()) model.old.add(id);
    await world.age(2 * 3_600);
  }

  toString(): string {
    return "Two hours pass";
  }
}

/** The carrier books, after all, what it was asked for without giving an answer. */
export class BooksLate extends Step {
  constructor(readonly pick: number) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return this.#purchase(model) !== undefined;
  }

  forecast(): Forecast<unknown> {
    return {};
  }

  async act(model: Model, world: World): Promise<void> {
    const { reference } = this.#purchase(model)!;
    await world.service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference });
  }

  toString(): string {
    return `The carrier books purchase ${this.pick} late`;
  }

  /** Of one package, as the simulator books; nothing was booked, and no process is about to. */
  #purchase(model: Readonly<Model>): SeenPurchase | undefined {
    const isHeld = (one: SeenPurchase) => model.held.some(({ name }) => name === one.key);
    const open = [...model.purchases.values()].filter(
      (one) =>
        (one.state === "UNKNOWN" || one.state === "NOT_CREATED") &&
        one.key !== null &&
        !isHeld(one) &&
        model.shipments.get(one.shipmentId)?.packageIds.length === 1 &&
        !model.shipments.get(one.shipmentId)?.isRefused &&
        bookingsOf(model as Model, one).length === 0,
    );
    return choose(open, this.pick);
  }
}
