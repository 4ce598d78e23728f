import type { VoidInput, VoidResult } from "../../../src/shipping/void/void-shipment.js";
import { foreseeVoid } from "../foresee.js";
import { Interruption } from "../interruption.js";
import { choose, livePurchase, type Model } from "../model.js";
import type { SeenPurchase } from "../seen.js";
import { type Forecast, Step, voidStates } from "../step.js";
import type { World } from "../world.js";
import { type CallInterruption, shown } from "./buy-step.js";

/** Voids a shipment's labels, or the first package's only; by its id. Also what is voided already. */
export class Void extends Step<VoidResult | null> {
  constructor(
    readonly pick: number,
    readonly of: "ALL" | "FIRST",
    readonly interruption: CallInterruption | null,
  ) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return model.shipments.size > 0;
  }

  forecast(model: Model): Forecast<VoidResult | null> {
    const { status } = this.shipment(model);
    const refusal = ({ DRAFT: "NOT_ALLOWED", PURCHASING: "CONFLICT", DELETED: "NOT_FOUND" } as Record<string, string>)[
      status
    ];
    const purchase = this.#purchase(model);
    if (!purchase) return { faults: (answer) => codeFaults(answer, refusal ?? "") };
    const before = voidStates(purchase);
    const isAsked = before.some((state, index) => state !== "VOIDED" && this.#chooses(index));
    const after = this.#after(model, before);
    const isHeard = this.interruption !== null || model.conditions.VOID === "FINE";
    const right = isAsked && !isHeard ? "CARRIER_UNAVAILABLE" : "";
    return {
      voids: new Map([[purchase.id, [after]]]),
      faults: (answer) =>
        answer === null ? (isAsked ? [] : ["stopped at a call that was not due"]) : codeFaults(answer, right),
    };
  }

  async act(model: Model, world: World): Promise<VoidResult | null> {
    const { id: shipmentId, packageIds } = this.shipment(model);
    const purchase = this.#purchase(model);
    const chosen = packageIds.filter((_, index) => this.#chooses(index));
    if (purchase) for (const id of chosen) model.voidsAsked.add(`${purchase.id}/${id}`);
    const input: VoidInput = { shipmentId, ...(this.of === "FIRST" && { packageIds: chosen }) };
    const stop = this.interruption && new Interruption("voidShipment", this.interruption.at);
    const { conditions } = model;
    const answer = await world.void(input, stop);
    if (answer === null && purchase && this.interruption?.end === "HANGS") {
      const { at } = this.interruption;
      model.held.push({ id: world.late.length - 1, of: "VOID", at, key: null, purchaseId: purchase.id, conditions });
    }
    return answer;
  }

  toString(): string {
    return `Void ${this.of} of shipment ${this.pick}${shown(this.interruption)}`;
  }

  #after(model: Model, before: ReturnType<typeof voidStates>): ReturnType<typeof voidStates> {
    if (!this.interruption)
      return foreseeVoid(model, before, (index) => this.#chooses(index) || before[index] === "VOID_PENDING");
    return before.map((state, index) => (state !== "VOIDED" && this.#chooses(index) ? "VOID_PENDING" : state));
  }

  #chooses(index: number): boolean {
    return this.of === "ALL" || index === 0;
  }

  shipment(model: Readonly<Model>) {
    return choose(model.shipments.values(), this.pick)!;
  }

  /** That whose labels are in force. */
  #purchase(model: Model): SeenPurchase | null {
    const purchase = livePurchase(model, this.shipment(model).id);
    return purchase?.state === "PURCHASED" ? purchase : null;
  }
}

function codeFaults(answer: VoidResult | null, right: string): string[] {
  const codes = new Set(answer?.userErrors.map((error) => error.code));
  const said = [...codes].join();
  return said === right ? [] : [`answered ${said || "yes"}, not ${right || "yes"}`];
}
