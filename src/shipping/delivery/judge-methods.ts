import { type DispatchPlace, handoverDay, sendersDay } from "../availability/promise.js";
import { timeZoneOf } from "../availability/time-zone-of.js";
import type { UnavailableKey } from "../availability/unavailable-key.js";
import { whyUnavailable } from "../availability/why-unavailable.js";
import type { OrderFacts } from "../order-facts.js";
import type { OfferedMethod } from "./plan-delivery.js";

/** A method as it is at one moment, before anybody is asked. Days are YYYY-MM-DD, the sender's. */
export interface JudgedMethod extends OfferedMethod {
  place: DispatchPlace;
  today: string;
  handedOverOn: string;
  /** Why its own conditions leave it out; null: they hold. */
  key: UnavailableKey | null;
}

/** In their order. */
export function judgeMethods(offered: OfferedMethod[], facts: OrderFacts, now: Date): JudgedMethod[] {
  return offered.map((chosen) => {
    const { method } = chosen;
    const place = placeOf(chosen);
    const today = sendersDay(method.dispatch, place, now);
    const handedOverOn = handoverDay(method.dispatch, place, now);
    return { ...chosen, place, today, handedOverOn, key: whyUnavailable(method, facts, today) };
  });
}

function placeOf({ account }: OfferedMethod): DispatchPlace {
  return { timeZone: account ? timeZoneOf(account.address) : "UTC", workingDays: [] };
}
