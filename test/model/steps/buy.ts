import type { PurchaseInput } from "../../../src/shipping/purchase/purchase-input.js";
import { type ShipmentWish, shipmentInput } from "../inputs.js";
import { choose, hasRoom, type Model } from "../model.js";
import { BuyStep, type CallInterruption, newKey, shown } from "./buy-step.js";

/** ZPL: no image has to be drawn. */
const labelFormat = "ZPL";

/** Buys, with a new key, a shipment that is given with the request. */
export class BuyInline extends BuyStep {
  constructor(
    readonly wish: ShipmentWish,
    interruption: CallInterruption | null,
  ) {
    super(interruption);
  }

  override check(model: Readonly<Model>): boolean {
    return hasRoom(model);
  }

  input(model: Readonly<Model>): PurchaseInput {
    return { idempotencyKey: newKey(model), shipment: shipmentInput(model.orderId, this.wish), labelFormat };
  }

  toString(): string {
    const { packages, isRefused } = this.wish;
    return `Buy ${packages} inline${isRefused ? " for a refused recipient" : ""}${shown(this.interruption)}`;
  }
}

/** Buys, with a new key, a shipment that is there, whatever its status: also again after a void. */
export class BuyShipment extends BuyStep {
  constructor(
    readonly pick: number,
    readonly by: "ITSELF" | "SERVICE" | "QUOTE",
    interruption: CallInterruption | null,
  ) {
    super(interruption);
  }

  override check(model: Readonly<Model>): boolean {
    return model.shipments.size > 0;
  }

  input(model: Readonly<Model>): PurchaseInput {
    const { id: shipmentId } = choose(model.shipments.values(), this.pick)!;
    const quote = model.quotes.get(shipmentId);
    return {
      ...{ idempotencyKey: newKey(model), shipmentId, labelFormat },
      ...(this.by === "SERVICE" && { service: "UPS_2ND_DAY_AIR" }),
      ...(this.by === "QUOTE" && quote && { rateQuoteId: quote.id }),
    };
  }

  toString(): string {
    return `Buy shipment ${this.pick} by ${this.by}${shown(this.interruption)}`;
  }
}

/** The same request again, as a client sends it that has lost the answer. */
export class Retry extends BuyStep {
  constructor(
    readonly pick: number,
    interruption: CallInterruption | null,
  ) {
    super(interruption);
  }

  override check(model: Readonly<Model>): boolean {
    return model.keys.size > 0;
  }

  input(model: Readonly<Model>): PurchaseInput {
    return choose(model.keys.values(), this.pick)!.input;
  }

  toString(): string {
    return `Retry key ${this.pick}${shown(this.interruption)}`;
  }
}

/** Another request with a key that is taken. */
export class RetryDifferent extends BuyStep {
  constructor(readonly pick: number) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return !!choose(model.keys.values(), this.pick)?.purchaseId;
  }

  input(model: Readonly<Model>): PurchaseInput {
    return { ...choose(model.keys.values(), this.pick)!.input, labelFormat: "EPL" };
  }

  toString(): string {
    return `Retry key ${this.pick} with other input`;
  }
}
