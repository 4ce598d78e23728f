import type { AsyncCommand } from "fast-check";
import { learn, type Model } from "./model.js";
import { brokenPromises } from "./promises.js";
import type { Seen, SeenPurchase } from "./seen.js";
import type { PurchaseState, VoidState } from "./states.js";
import type { World } from "./world.js";

/** What a step may change. Everything that is not named stays as it is. */
export interface Forecast<Answer> {
  /** States that these purchases may be in afterwards. */
  states?: Map<string, readonly PurchaseState[]>;
  /** The void states that the packages of these purchases may have afterwards, each row a whole purchase. */
  voids?: Map<string, readonly VoidState[][]>;
  /** States of purchases that are made, one for each. */
  made?: readonly (readonly PurchaseState[])[];
  /** What is wrong with the answer, or with what is seen; empty: nothing. */
  faults?(answer: Answer, seen: Seen): string[];
}

/** Something that happens: to the service, to the carrier, or to time. */
export abstract class Step<Answer = unknown> implements AsyncCommand<Model, World> {
  check(_model: Readonly<Model>): boolean {
    return true;
  }

  /** Null: anything that breaks no promise. Read from the model before the step. */
  abstract forecast(model: Model): Forecast<Answer> | null;
  /** Does it. Tells the model what was asked for, never what came of it. */
  abstract act(model: Model, world: World): Promise<Answer>;

  async run(model: Model, world: World): Promise<void> {
    const forecast = this.forecast(model);
    const answer = await this.act(model, world);
    const seen = await world.look(model.references);
    const wrong = [
      ...world.complaints,
      ...brokenPromises(model, seen),
      ...(forecast ? unforeseen(model, forecast, seen) : []),
      ...(forecast?.faults?.(answer, seen) ?? []),
    ];
    if (wrong.length > 0) throw new Error(`${this}: ${wrong.join("; ")}`);
    learn(model, seen);
  }

  abstract toString(): string;
}

function unforeseen(model: Model, { states, voids, made = [] }: Forecast<never>, seen: Seen): string[] {
  const fresh = seen.purchases.filter((purchase) => !model.purchases.has(purchase.id));
  const modelled = seen.purchases.filter((purchase) => model.purchases.has(purchase.id));
  return [
    ...(fresh.length === made.length ? [] : [`made ${fresh.length} purchases instead of ${made.length}`]),
    ...fresh.flatMap((purchase, index) => outside(purchase, made[index] ?? [purchase.state])),
    ...modelled.flatMap((purchase) => outside(purchase, states?.get(purchase.id) ?? [earlier(model, purchase).state])),
    ...modelled.flatMap((purchase) => {
      const allowed = voids?.get(purchase.id) ?? [voidStates(earlier(model, purchase))];
      const now = voidStates(purchase);
      const isAllowed =
        earlier(model, purchase).state !== "PURCHASED" || allowed.some((row) => row.join() === now.join());
      return isAllowed ? [] : [`the packages of ${purchase.id} are ${now}, not ${allowed.join(" or ")}`];
    }),
  ];
}

const earlier = (model: Model, { id }: SeenPurchase): SeenPurchase => model.purchases.get(id)!;

export const voidStates = ({ packages }: SeenPurchase): VoidState[] => packages.map((pkg) => pkg.voidState);

function outside({ id, state }: SeenPurchase, allowed: readonly PurchaseState[]): string[] {
  return allowed.includes(state) ? [] : [`${id} is ${state}, not ${allowed.join(" or ")}`];
}
