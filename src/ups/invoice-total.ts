import type { ShipmentDetails } from "../carrier/shipment-details.js";
import { currencyOf } from "./currencies.js";
import { laneOf } from "./lanes.js";
import { sumMoney } from "./money.js";

/** The goods' value as declared; null when nothing is declared. `checkShipment` has seen to one currency. */
export function declaredTotal(details: ShipmentDetails) {
  const total = sumMoney(details.packages.flatMap((pkg) => (pkg.declaredValue ? [pkg.declaredValue] : [])));
  return total && { CurrencyCode: total.currencyCode, MonetaryValue: total.amount };
}

/**
 * For a price only: UPS refuses to give transit times abroad without a value (111549), while the value changes neither
 * price nor time, so its least one stands in when nothing is declared. Never used for a purchase.
 */
export function totalForTransitTimes(details: ShipmentDetails) {
  return declaredTotal(details) ?? { CurrencyCode: currencyOf(laneOf(details).from), MonetaryValue: "1" };
}
