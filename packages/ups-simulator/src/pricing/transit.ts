import type { RequestedShipment } from "../request/requested-shipment.js";
import { serviceTerms } from "./services.js";
import { distanceStep } from "./zones.js";

const dayMs = 86_400_000;
const saturday = 6;
const sunday = 0;
/** Business days of a service without a fixed promise, by distance step 2 to 8. */
const groundDays = [1, 2, 2, 3, 4, 4, 5];

export interface Transit {
  pickup: Date;
  arrival: Date;
  commitTime: string;
  businessDays: number;
  /** Calendar days from pickup to arrival. */
  totalDays: number;
  isGuaranteed: boolean;
}

/** When a package arrives that is picked up on `day`. Knows weekends, no holidays. */
export function transitOf(
  shipment: Pick<RequestedShipment, "shipFrom" | "shipTo">,
  serviceCode: string,
  isSaturday: boolean,
  day: Date,
): Transit {
  const service = serviceTerms[serviceCode];
  if (!service) throw new Error(`no terms for service ${serviceCode}`);
  const pickup = nextBusinessDay(day);
  const businessDays = service.days || groundDays[distanceStep(shipment.shipFrom, shipment.shipTo) - 2] || 5;
  const arrival = isSaturday ? nextSaturday(pickup) : addBusinessDays(pickup, businessDays);
  const totalDays = Math.round((arrival.getTime() - pickup.getTime()) / dayMs);
  return {
    pickup,
    arrival,
    commitTime: service.commitTime,
    businessDays,
    totalDays,
    isGuaranteed: service.isGuaranteed,
  };
}

const isWeekend = (day: Date) => day.getUTCDay() === saturday || day.getUTCDay() === sunday;
const plusDays = (day: Date, days: number) => new Date(day.getTime() + days * dayMs);

function nextBusinessDay(day: Date): Date {
  let candidate = day;
  while (isWeekend(candidate)) candidate = plusDays(candidate, 1);
  return candidate;
}

function addBusinessDays(day: Date, count: number): Date {
  let arrival = day;
  for (let added = 0; added < count; added += 1) arrival = nextBusinessDay(plusDays(arrival, 1));
  return arrival;
}

function nextSaturday(day: Date): Date {
  return plusDays(day, (saturday - day.getUTCDay() + 7) % 7 || 7);
}
