import { serviceName } from "../../pricing/services.js";
import { type Transit, transitOf } from "../../pricing/transit.js";
import type { RequestedShipment } from "../../request/requested-shipment.js";
import { compactDate } from "../../simulated-clock.js";

const dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const disclaimer = "Simulated times: they promise nothing.";

/** The `TimeInTransit` block; a guarantee is told by the presence of an empty `GuaranteedIndicator`. */
export function timeInTransit(
  shipment: RequestedShipment,
  serviceCode: string,
  isSaturday: boolean,
  pickupDay: Date,
  billType: string,
) {
  const transit = transitOf(shipment, serviceCode, isSaturday, pickupDay);
  return {
    PickupDate: compactDate(transit.pickup),
    PackageBillType: billType,
    Disclaimer: disclaimer,
    ServiceSummary: {
      Service: { Description: serviceName(serviceCode, shipment.shipFrom.country) },
      EstimatedArrival: estimatedArrival(transit),
      ...(transit.isGuaranteed && { GuaranteedIndicator: "" }),
      SaturdayDelivery: isSaturday ? "1" : "0",
    },
  };
}

function estimatedArrival({ arrival, commitTime, businessDays, pickup, totalDays }: Transit) {
  return {
    Arrival: { Date: compactDate(arrival), Time: commitTime },
    BusinessDaysInTransit: String(businessDays),
    Pickup: { Date: compactDate(pickup), Time: "180000" },
    DayOfWeek: dayNames[arrival.getUTCDay()],
    CustomerCenterCutoff: "170000",
    ...(totalDays > businessDays && { RestDays: String(totalDays - businessDays) }),
    TotalTransitDays: String(totalDays),
  };
}

/** The `GuaranteedDelivery` block of express services; absent for the others. */
export function guaranteedDelivery(shipment: RequestedShipment, serviceCode: string, today: Date) {
  const { isGuaranteed, businessDays, commitTime } = transitOf(shipment, serviceCode, false, today);
  if (!isGuaranteed) return {};
  const isEndOfDay = commitTime === "233000";
  return {
    GuaranteedDelivery: {
      BusinessDaysInTransit: String(businessDays),
      ...(!isEndOfDay && { DeliveryByTime: clockTime(commitTime) }),
    },
  };
}

/** `103000` as `10:30 A.M.`. */
function clockTime(time: string): string {
  const hours = Number(time.slice(0, 2));
  return `${hours % 12 || 12}:${time.slice(2, 4)} ${hours < 12 ? "A.M." : "P.M."}`;
}
