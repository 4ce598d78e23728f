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

/** The carrier asks more or less from now on. */
export class PricesBecome extends Step {
  constructor(readonly factor: number) {
    super();
  }

  forecast(): Forecast<unknown> {
    return {};
  }

  act(model: Model, world: World): Promise<void> {
    model.priceFactor = this.factor;
    return world.service.control.setPriceFactor(this.factor);
  }

  toString(): string {
    return `Prices become ${this.factor} of the usual`;
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

/** The carrier books what it was asked for without giving an answer: after all, or once more. */
export class BooksLate extends Step {
  constructor(
    readonly pick: number,
    readonly times: number,
  ) {
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
    for (let time = 0; time < this.times; time++) {
      const booking = await world.service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference });
      model.strays.add(booking.shipmentIdentificationNumber);
    }
  }

  toString(): string {
    return `The carrier books purchase ${this.pick} ${this.times} times more`;
  }

  /** Of one package, as the simulator books, while no process is about to send it. */
  #purchase(model: Readonly<Model>): SeenPurchase | undefined {
    return choose(
      [...model.purchases.values()].filter((purchase) => mayBook(model, purchase)),
      this.pick,
    );
  }
}

function mayBook(model: Readonly<Model>, purchase: SeenPurchase): boolean {
  const { state, key, shipmentId } = purchase;
  const shipment = model.shipments.get(shipmentId);
  const isSent = (state === "UNKNOWN" || state === "NOT_CREATED") && key !== null;
  const isHeld = model.held.some((call) => call.of === "SHIP" && call.key === key);
  if (!isSent || isHeld || shipment?.packageIds.length !== 1 || shipment.isRefused) return false;
  // A lagging look-up shows all of them together: of those that show after one was adopted nobody would hear.
  return bookingsOf(model as Model, purchase).every(({ number }) => model.bookedAt.get(number) === model.carrierClock);
}
