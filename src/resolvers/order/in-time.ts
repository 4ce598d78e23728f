import type { Context } from "../../context.js";
import { AppError } from "../../errors.js";
import { CarrierAllowance } from "../../shipping/delivery/carrier-allowance.js";
import type { ShippingDeps } from "../../shipping/deps.js";

/** Another team's page waits so long and no longer. Throws CARRIER_UNAVAILABLE: only this field is null then. */
export async function inTime<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new AppError("CARRIER_UNAVAILABLE", `There was no price within ${milliseconds} ms.`));
    timer = setTimeout(giveUp, milliseconds);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

/** Of the time, the part in which carriers answer: what came by then is told. */
const carriersPart = 0.8;

export function answeringWithin(deps: ShippingDeps, milliseconds: number): ShippingDeps {
  const answerWithinMs = Math.min(deps.deliveryOptions.answerWithinMs, Math.floor(milliseconds * carriersPart));
  return { ...deps, deliveryOptions: { ...deps.deliveryOptions, answerWithinMs } };
}

const allowances = new WeakMap<Context, CarrierAllowance>();

/** One for each request, whatever it asks of orders and products together. */
export function allowanceOf(context: Context): CarrierAllowance {
  const allowance = allowances.get(context) ?? new CarrierAllowance(context.deps, context.actor);
  allowances.set(context, allowance);
  return allowance;
}
