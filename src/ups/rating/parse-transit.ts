import type { RatedService } from "../../carrier/rating.js";
import { readDate } from "../words/dates.js";
import { numberOf } from "../words/money.js";
import { clockOf, readTime } from "../words/times.js";
import type { RatedShipment } from "./rating-shape.js";

type Transit = Pick<
  RatedService,
  "estimatedDeliveryDate" | "estimatedDeliveryTime" | "transitDays" | "isGuaranteed" | "isSaturdayDelivery"
>;

const saturdayCharge = "300";

/** When it arrives, in the destination's local date and time as UPS says them, with or without Time in Transit. */
export function parseTransit(rated: RatedShipment): Transit {
  const { TimeInTransit, GuaranteedDelivery: guaranteed } = rated;
  const summary = TimeInTransit?.ServiceSummary;
  const arrival = summary?.EstimatedArrival;
  const days = numberOf(arrival?.BusinessDaysInTransit ?? guaranteed?.BusinessDaysInTransit);
  const time = readTime(arrival?.Arrival?.Time ?? guaranteed?.DeliveryByTime, 4);
  return {
    estimatedDeliveryDate: readDate(arrival?.Arrival?.Date ?? guaranteed?.ScheduledDeliveryDate),
    estimatedDeliveryTime: time && clockOf(time),
    transitDays: Number.isInteger(days) ? days : null,
    isGuaranteed: summary ? summary.GuaranteedIndicator : saysAnything(guaranteed) ? true : null,
    isSaturdayDelivery: summary?.SaturdayDelivery === "1" || hasSaturdayCharge(rated),
  };
}

function saysAnything(guaranteed: RatedShipment["GuaranteedDelivery"]): boolean {
  return Object.values(guaranteed ?? {}).some((value) => value !== undefined);
}

/** The Saturday variant of a service is known by its charge where UPS gives no transit times. */
function hasSaturdayCharge(rated: RatedShipment): boolean {
  const packages = rated.RatedPackage.flatMap((pkg) => pkg.ItemizedCharges);
  return [...rated.ItemizedCharges, ...packages].some((charge) => charge?.Code === saturdayCharge);
}
