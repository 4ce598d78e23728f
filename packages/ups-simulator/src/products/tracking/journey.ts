import type { BookedShipment } from "../../ledger/booked-shipment.js";
import { transitOf } from "../../pricing/transit.js";
import { scenarioJourney } from "../../scenarios.js";
import type { JourneyName } from "./journey-name.js";
import { instantOf, type Place } from "./local-time.js";
import { withinAMinute } from "./quick-journey.js";
import type { Journey, Scan } from "./scan.js";
import { scanStatuses } from "./scans.js";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const after = (instant: Date, hours: number) => new Date(instant.getTime() + hours * hourMs);

/** Chosen for the shipment, else by its recipient's name, else by where it goes. */
function journeyName({ journey, request }: BookedShipment): JourneyName {
  return journey ?? scenarioJourney(request.shipTo.name) ?? (request.accessPointId ? "ACCESS_POINT" : "STANDARD");
}

/** All that will happen to a shipment's packages: a pure function of the booking, so that time alone moves them. */
export function journeyOf(shipment: BookedShipment): Journey {
  const { bookedAt, request, serviceCode } = shipment;
  const booked = new Date(bookedAt);
  const transit = transitOf(request, serviceCode, request.options.isSaturdayDelivery, booked);
  const pickup = after(transit.pickup, 3);
  const morning = instantOf(request.shipTo, transit.arrival, "08:30");
  const outForDelivery = new Date(Math.max(morning.getTime(), after(pickup, 12).getTime()));
  const name = journeyName(shipment);
  const { scans, rescheduled } = endings[name](request.shipFrom, request.shipTo, outForDelivery, pickup);
  const journey = {
    scans: [
      { at: booked, place: request.shipFrom, status: scanStatuses.label },
      ...(name === "SILENT" ? [] : onTheWay(shipment, pickup, outForDelivery)),
      ...scans,
    ],
    scheduled: outForDelivery,
    rescheduled,
    outForDelivery: rescheduled?.to ?? outForDelivery,
    delivery: after(rescheduled?.to ?? outForDelivery, 5.5),
  };
  return name === "IN_A_MINUTE" ? withinAMinute(journey, booked) : journey;
}

/** The first scan of the packages themselves; null: they are never handed over. */
export function pickupOf(shipment: BookedShipment): Date | null {
  return journeyOf(shipment).scans.find(({ status }) => status === scanStatuses.pickup)?.at ?? null;
}

function onTheWay({ request }: BookedShipment, pickup: Date, outForDelivery: Date): Scan[] {
  const { shipFrom, shipTo } = request;
  const departure = after(pickup, 3);
  const midway = new Date((departure.getTime() + outForDelivery.getTime()) / 2);
  const isAbroad = shipFrom.country !== shipTo.country;
  return [
    { at: pickup, place: shipFrom, status: scanStatuses.pickup },
    { at: departure, place: shipFrom, status: scanStatuses.departure },
    ...(isAbroad ? [{ at: after(midway, -1), place: shipTo, status: scanStatuses.import }] : []),
    { at: midway, place: shipTo, status: scanStatuses.arrival },
    { at: outForDelivery, place: shipTo, status: scanStatuses.outForDelivery },
  ];
}

type Ending = (
  from: Place,
  to: Place,
  outForDelivery: Date,
  pickup: Date,
) => { scans: Scan[]; rescheduled: Journey["rescheduled"] };

const delivered: Ending = (_, place, outForDelivery) => ({
  scans: [{ at: after(outForDelivery, 5.5), place, status: scanStatuses.delivered }],
  rescheduled: null,
});

const endings: Record<JourneyName, Ending> = {
  STANDARD: delivered,
  IN_A_MINUTE: delivered,
  SECOND_ATTEMPT: (_, place, outForDelivery) => {
    const [attempt, next] = [after(outForDelivery, 5.5), nextWorkday(outForDelivery)];
    const scans = [
      { at: attempt, place, status: scanStatuses.firstAttempt },
      { at: next, place, status: scanStatuses.outForDelivery },
      { at: after(next, 5.5), place, status: scanStatuses.delivered },
    ];
    return { scans, rescheduled: { to: next, since: attempt } };
  },
  ACCESS_POINT: (_, place, outForDelivery) => ({
    scans: [
      { at: after(outForDelivery, 5.5), place, status: scanStatuses.atAccessPoint },
      { at: after(outForDelivery, 5.5 + 48), place, status: scanStatuses.collected },
    ],
    rescheduled: null,
  }),
  RETURNED: (from, place, outForDelivery, pickup) => {
    const back = after(outForDelivery, 29.5);
    const arrival = new Date(back.getTime() + outForDelivery.getTime() - pickup.getTime());
    const scans = [
      { at: after(outForDelivery, 5.5), place, status: scanStatuses.refused },
      { at: back, place, status: scanStatuses.returning },
      { at: arrival, place: from, status: scanStatuses.returned },
    ];
    return { scans, rescheduled: null };
  },
  SILENT: () => ({ scans: [], rescheduled: null }),
};

function nextWorkday(instant: Date): Date {
  const next = new Date(instant.getTime() + dayMs);
  const isWeekend = next.getUTCDay() === 0 || next.getUTCDay() === 6;
  return isWeekend ? nextWorkday(next) : next;
}
