import type { Model } from "../model.js";
import { Step } from "../step.js";
import type { World } from "../world.js";
import { Void } from "./void.js";

/** Steps in the same moment. What they come to is a race; no promise may be broken by it. */
export class AtOnce extends Step {
  constructor(readonly steps: Step[]) {
    super();
  }

  override check(model: Readonly<Model>): boolean {
    return this.steps.every((step) => step.check(model));
  }

  forecast(): null {
    return null;
  }

  async act(model: Model, world: World): Promise<void> {
    for (const step of this.steps) if (step instanceof Void) model.voidsAsked.add(step.shipment(model).id);
    const ends = await Promise.allSettled(this.steps.map((step) => step.act(model, world)));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  toString(): string {
    return `At once [${this.steps.join(" | ")}]`;
  }
}
