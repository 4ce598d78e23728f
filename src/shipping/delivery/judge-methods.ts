import type { StoredAvailability } from "../../entities/values/stored-method-rules.js";
import { dispatchPlace } from "../availability/dispatch-place.js";
import { type DispatchPlace, handoverDay, sendersDay } from "../availability/promise.js";
import type { UnavailableKey } from "../availability/unavailable-key.js";
import { whyUnavailable } from "../availability/why-unavailable.js";
import type { OrderFacts } from "../order-facts.js";
import type { Cart } from "./pack-cart.js";
import type { OfferedMethod } from "./plan-delivery.js";

/** `limits`: the method's own, where they are the reason. */
export interface LeftOut {
  key: UnavailableKey;
  limits: StoredAvailability | null;
}

/** A method as it is at one moment, before anybody is asked. Days are YYYY-MM-DD, the sender's. */
export interface JudgedMethod extends OfferedMethod {
  dispatchedFrom: DispatchPlace;
  today: string;
  handedOverOn: string;
  /** Null: its conditions hold, and it can be priced. */
  leftOut: LeftOut | null;
}

/** In their order. */
export function judgeMethods(
  offered: OfferedMethod[],
  facts: OrderFacts,
  { tooMuch }: Pick<Cart, "tooMuch">,
  now: Date,
): JudgedMethod[] {
  return offered.map((chosen) => {
    const { method, account } = chosen;
    const days = dayOf(chosen, now);
    const key = whyUnavailable(method, facts, days.today);
    const unfit = account !== null && tooMuch !== null ? { key: tooMuch, limits: null } : null;
    return { ...chosen, ...days, leftOut: key ? { key, limits: method.availability } : unfit };
  });
}

/** All days that are looked at, as a text to compare. */
export function daysOf(offered: OfferedMethod[], now: Date): string {
  return offered
    .map((chosen) => dayOf(chosen, now))
    .flatMap(({ today, handedOverOn }) => [today, handedOverOn])
    .join();
}

function dayOf({ method: { dispatch }, place, sender }: OfferedMethod, now: Date) {
  const dispatchedFrom = dispatchPlace(place, sender);
  const today = sendersDay(dispatch, dispatchedFrom, now);
  return { dispatchedFrom, today, handedOverOn: handoverDay(dispatch, dispatchedFrom, now) };
}
