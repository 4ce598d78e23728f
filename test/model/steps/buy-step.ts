import type { PurchaseInput } from "../../../src/shipping/purchase/purchase-input.js";
import { type BuyForecast, foreseeBuy } from "../foresee.js";
import { Interruption, type Moment } from "../interruption.js";
import type { Model } from "../model.js";
import type { Seen } from "../seen.js";
import { type Forecast, Step } from "../step.js";
import type { World } from "../world.js";

/** Null: the process stopped before it could answer. */
export type BuyAnswer = Awaited<ReturnType<World["buy"]>>;

/** HANGS: its answer comes late. DIES: it never comes. */
export interface CallInterruption {
  at: Moment;
  end: "HANGS" | "DIES";
}

export const shown = (interruption: CallInterruption | null): string =>
  interruption ? `, ${interruption.end} ${interruption.at} THE CALL` : "";

/** A request to buy. */
export abstract class BuyStep extends Step<BuyAnswer> {
  constructor(readonly interruption: CallInterruption | null = null) {
    super();
  }

  /** Depends on the model only, so that it is the same when foreseen and when sent. */
  abstract input(model: Readonly<Model>): PurchaseInput;

  forecast(model: Model): Forecast<BuyAnswer> {
    const foreseen = foreseeBuy(model, this.input(model), this.interruption?.at ?? null);
    const idsBefore = new Set(model.purchases.keys());
    return {
      made: foreseen.kind === "MADE" ? [foreseen.states] : [],
      faults: (answer, seen) => buyFaults(foreseen, idsBefore, answer, seen),
    };
  }

  async act(model: Model, world: World): Promise<BuyAnswer> {
    const input = this.input(model);
    const { conditions } = model;
    const { idempotencyKey: name } = input;
    // What a key was first used for is what it stands for.
    const use = model.keys.get(name)?.purchaseId ? model.keys.get(name)! : { input, purchaseId: null as string | null };
    model.keys.set(name, use);
    // What hangs, or died, gives no answer however long one waits.
    const isPending = model.purchases.get(use.purchaseId ?? "")?.state === "PENDING";
    const stop = this.interruption && new Interruption("ship", this.interruption.at);
    const answer = await world.buy(input, stop, !stop && !isPending);
    use.purchaseId ??= answer?.value?.id ?? null;
    if (answer === null && this.interruption?.end === "HANGS")
      model.held.push({
        id: world.late.length - 1,
        of: "SHIP",
        at: this.interruption.at,
        key: name,
        purchaseId: null,
        conditions,
      });
    return answer;
  }
}

/** What is wrong with the answer to a request to buy. */
function buyFaults(foreseen: BuyForecast, idsBefore: ReadonlySet<string>, answer: BuyAnswer, seen: Seen): string[] {
  if (answer === null) return foreseen.kind === "MADE" ? [] : ["stopped at a call that was not due"];
  const codes = answer.userErrors.map((error) => error.code).join();
  if (foreseen.kind === "REFUSED")
    return foreseen.codes.includes(codes) ? [] : [`answered ${codes || "yes"}, not ${foreseen.codes.join(" or ")}`];
  if (answer.value === null) return [`was refused: ${JSON.stringify(answer.userErrors)}`];
  const { id, state } = answer.value;
  if (foreseen.kind === "SAME") return id === foreseen.purchaseId ? [] : [`answered ${id}, not ${foreseen.purchaseId}`];
  const now = seen.purchases.find((purchase) => purchase.id === id)?.state;
  return now === state && !idsBefore.has(id) ? [] : [`answered ${id} ${state}, which is ${now}`];
}

/** A key that nobody used. */
export const newKey = ({ orderId, keys }: Readonly<Model>): string => `${orderId}-key-${keys.size + 1}`;
