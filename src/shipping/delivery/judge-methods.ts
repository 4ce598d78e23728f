import type { StoredAvailability } from "../../entities/values/stored-method-rules.js";
import { type DispatchPlace, handoverDay, sendersDay } from "../availability/promise.js";
import { timeZoneOf } from "../availability/time-zone-of.js";
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
  place: DispatchPlace;
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
    const place = placeOf(chosen);
    const today = sendersDay(method.dispatch, place, now);
    const handedOverOn = handoverDay(method.dispatch, place, now);
    const key = whyUnavailable(method, facts, today);
    const unfit = account !== null && tooMuch !== null ? { key: tooMuch, limits: null } : null;
    return { ...chosen, place, today, handedOverOn, leftOut: key ? { key, limits: method.availability } : unfit };
  });
}

function placeOf({ account, sender }: OfferedMethod): DispatchPlace {
  const address = account?.address ?? sender;
  return { timeZone: address ? timeZoneOf(address) : "UTC", workingDays: [] };
}
