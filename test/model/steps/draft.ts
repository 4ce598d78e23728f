import { quoteRates } from "../../../src/shipping/rate/quote-rates.js";
import { createShipment } from "../../../src/shipping/shipment/create-shipment.js";
import { deleteShipment } from "../../../src/shipping/shipment/delete-shipment.js";
import { updateShipment } from "../../../src/shipping/shipment/update-shipment.js";
import { packagesOf, type ShipmentWish, shipmentInput } from "../inputs.js";
import { choose, hasRoom, type Model } from "../model.js";
import type { SeenShipment } from "../seen.js";
import { type Forecast, Step } from "../step.js";
import type { World } from "../world.js";

export class CreateDraft extends Step {
  constructor(readonly wish: ShipmentWish) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return hasRoom(model);
  }

  forecast(model: Model): Forecast<unknown> {
    const before = model.shipments.size;
    const isThere = (count: number) => count === before + 1;
    return { faults: (_, seen) => (isThere(countOf(model, seen.shipments)) ? [] : ["no draft came to be"]) };
  }

  act({ orderId }: Model, world: World): Promise<unknown> {
    return createShipment(world.deps, world.actor, shipmentInput(orderId, this.wish));
  }

  toString(): string {
    return `Create a draft of ${this.wish.packages}${this.wish.isRefused ? " for a refused recipient" : ""}`;
  }
}

/** Those that are seen, and those that are gone. */
const countOf = (model: Model, shipments: SeenShipment[]): number =>
  new Set([...model.shipments.keys(), ...shipments.map((shipment) => shipment.id)]).size;

interface Answer {
  userErrors: { code: string }[];
}

/** Something that only drafts allow. */
abstract class DraftStep extends Step<Answer> {
  constructor(readonly pick: number) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return model.shipments.size > 0;
  }

  forecast(model: Model): Forecast<Answer> {
    const right = this.right(model, this.shipment(model));
    return {
      faults: ({ userErrors }) => {
        const codes = userErrors.map((error) => error.code).join();
        return codes === right ? [] : [`answered ${codes || "yes"}, not ${right || "yes"}`];
      },
    };
  }

  /** The code that is right, or an empty text. */
  right(_model: Model, { status }: SeenShipment): string {
    return status === "DRAFT" ? "" : status === "DELETED" ? "NOT_FOUND" : "NOT_ALLOWED";
  }

  shipment(model: Model): SeenShipment {
    return choose(model.shipments.values(), this.pick)!;
  }
}

/** Changes the weight, and with it what quotes were made for; perhaps also how many packages it has. */
export class UpdateDraft extends DraftStep {
  constructor(
    pick: number,
    readonly packages: 1 | 2,
  ) {
    super(pick);
  }

  act(model: Model, world: World): Promise<Answer> {
    const { id, version } = this.shipment(model);
    const packages = packagesOf(this.packages, 3 + version);
    return updateShipment(world.deps, world.actor, { shipmentId: id, packages });
  }

  toString(): string {
    return `Update shipment ${this.pick} to ${this.packages}`;
  }
}

export class DeleteDraft extends DraftStep {
  /** A try to buy it that may yet show at the carrier keeps it. */
  override right(model: Model, shipment: SeenShipment): string {
    const usual = super.right(model, shipment);
    const tries = [...model.purchases.values()].filter((purchase) => purchase.shipmentId === shipment.id);
    return usual || (tries.some((purchase) => purchase.isWatched) ? "NOT_ALLOWED" : "");
  }

  act(model: Model, world: World): Promise<Answer> {
    return deleteShipment(world.deps, world.actor, { shipmentId: this.shipment(model).id });
  }

  toString(): string {
    return `Delete shipment ${this.pick}`;
  }
}

/** Asks for the price of a draft by Ground. */
export class Quote extends Step {
  constructor(readonly pick: number) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return choose(model.shipments.values(), this.pick)?.status === "DRAFT";
  }

  forecast(): Forecast<unknown> {
    return {};
  }

  async act(model: Model, world: World): Promise<void> {
    const { id: shipmentId, version } = choose(model.shipments.values(), this.pick)!;
    const { value } = await quoteRates(world.deps, world.actor, { shipmentId });
    const ground = value?.quotes.find((quote) => quote.serviceCode === "UPS_GROUND");
    if (!ground) return;
    model.quotes.set(shipmentId, { id: ground.id, version });
    model.quotedFactors.set(ground.id, model.priceFactor);
  }

  toString(): string {
    return `Quote shipment ${this.pick}`;
  }
}
