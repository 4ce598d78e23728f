import type { BookedShipment } from "../../ledger/booked-shipment.js";
import { serviceTerms } from "../../pricing/services.js";
import { compactDate, compactTime } from "../../simulated-clock.js";
import { clockAt } from "./local-time.js";
import type { Journey, Scan } from "./scan.js";
import { scanStatuses } from "./scans.js";

const endOfDay = "233000";
const minuteMs = 60_000;

/** `deliveryDate`, `deliveryTime` and `deliveryInformation`: a promise from the pickup on, then what became of it. */
export function deliveryBlocks({ request, serviceCode }: BookedShipment, journey: Journey, scans: Scan[], at: Date) {
  const newest = scans.at(-1);
  if (newest === undefined || scans.length === 1 || newest.status === scanStatuses.voided) return {};
  const { shipTo } = request;
  const dateOf = (type: string, instant: Date) => ({ type, date: compactDate(clockAt(shipTo, instant)) });
  if (newest.status.type === "D") return delivered(newest);
  const { rescheduled, scheduled } = journey;
  const isRescheduled = rescheduled !== null && at >= rescheduled.since;
  const deliveryDate = [
    dateOf("SDD", scheduled),
    ...(isRescheduled && rescheduled ? [dateOf("RDD", rescheduled.to)] : []),
  ];
  const timeAt = (minutes: number) =>
    compactTime(clockAt(shipTo, new Date(journey.delivery.getTime() + minutes * minuteMs)));
  const isNear = newest.status === scanStatuses.outForDelivery;
  return { deliveryDate, deliveryTime: isNear ? window(timeAt(-120), timeAt(120)) : commitment(serviceCode) };
}

const window = (startTime: string, endTime: string) => ({ type: "EDW", startTime, endTime });

function commitment(serviceCode: string) {
  const endTime = serviceTerms[serviceCode]?.commitTime ?? endOfDay;
  return endTime === endOfDay ? { type: "EOD" } : { type: "CMT", endTime };
}

function delivered({ at, place, status }: Scan) {
  const local = clockAt(place, at);
  const isHandedOver = status !== scanStatuses.atAccessPoint;
  return {
    deliveryDate: [{ type: "DEL", date: compactDate(local) }],
    deliveryTime: { type: "DEL", endTime: compactTime(local) },
    deliveryInformation: {
      location: isHandedOver ? "Front Desk" : "UPS Access Point",
      ...(isHandedOver && { receivedBy: "SAMPLE" }),
    },
  };
}
