import type { RatedService } from "../../carrier/rating.js";
import type { RatedShipment } from "./rating-shape.js";

type Transit = Pick<
  RatedService,
  "estimatedDeliveryDate" | "estimatedDeliveryTime" | "transitDays" | "isGuaranteed" | "isSaturdayDelivery"
>;

const saturdayCharge = "300";

/** When it arrives, in the destination's local date and time as UPS says them. */
export function parseTransit(rated: RatedShipment): Transit {
  const summary = rated.TimeInTransit?.ServiceSummary;
  const arrival = summary?.EstimatedArrival;
  const days = Number(arrival?.BusinessDaysInTransit ?? rated.GuaranteedDelivery?.BusinessDaysInTransit ?? "x");
  return {
    estimatedDeliveryDate: parseDate(arrival?.Arrival?.Date),
    estimatedDeliveryTime: parseTime(arrival?.Arrival?.Time),
    transitDays: Number.isInteger(days) ? days : null,
    isGuaranteed: summary ? summary.GuaranteedIndicator : rated.GuaranteedDelivery ? true : null,
    isSaturdayDelivery: summary?.SaturdayDelivery === "1" || hasSaturdayCharge(rated),
  };
}

/** The Saturday variant of a service is known by its charge where UPS gives no transit times. */
function hasSaturdayCharge(rated: RatedShipment): boolean {
  const packages = rated.RatedPackage.flatMap((pkg) => pkg.ItemizedCharges);
  return [...rated.ItemizedCharges, ...packages].some((charge) => charge.Code === saturdayCharge);
}

/** YYYYMMDD or YYYY-MM-DD to YYYY-MM-DD; null when neither. */
function parseDate(value: string | undefined): string | null {
  const digits = value?.replaceAll("-", "") ?? "";
  return /^\d{8}$/.test(digits) ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : null;
}

/** HHMMSS, whose leading zeros UPS is known to drop, to HH:MM. */
function parseTime(value: string | undefined): string | null {
  if (!value || !/^\d{1,6}$/.test(value)) return null;
  const digits = value.padStart(6, "0");
  return `${digits.slice(0, 2)}:${digits.slice(2, 4)}`;
}
