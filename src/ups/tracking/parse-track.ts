import { z } from "zod";
import type { Answered } from "../../carrier/outcome.js";
import type { DeliveryEstimate, TrackedEvent, TrackedPackage } from "../../carrier/tracking.js";
import { answered } from "../words/alerts.js";
import { readDate } from "../words/dates.js";
import { maybe, maybeText, needed, readableOf } from "../words/shapes.js";
import { readActivityTime, readClock } from "./track-times.js";
import { standing, statusOf } from "./tracking-status.js";

const status = maybe(z.object({ type: maybeText, code: maybeText, statusCode: maybeText, description: maybeText }));
const address = z.object({
  city: maybeText,
  stateProvince: maybeText,
  countryCode: maybeText,
  country: maybeText,
});
const activity = z.object({
  date: maybeText,
  time: maybeText,
  gmtDate: maybeText,
  gmtTime: maybeText,
  gmtOffset: maybeText,
  status,
  location: maybe(z.object({ address: maybe(address) })),
});

const trackedPackage = z.object({
  trackingNumber: maybeText,
  activity: readableOf(activity),
  currentStatus: status,
  deliveryDate: readableOf(z.object({ type: maybeText, date: maybeText })),
  deliveryTime: maybe(z.object({ type: maybeText, startTime: maybeText, endTime: maybeText })),
  deliveryInformation: maybe(z.object({ location: maybeText, receivedBy: maybeText })),
});

const trackAnswer = z.object({
  trackResponse: needed(
    z.object({
      shipment: readableOf(
        z.object({
          inquiryNumber: maybeText,
          package: readableOf(trackedPackage),
          warnings: readableOf(z.unknown()),
        }),
      ),
    }),
  ),
});

type Activity = z.infer<typeof activity>;
type Package = z.infer<typeof trackedPackage>;

/** A value of null: UPS knows nothing of the number, yet. Null as a whole: the answer cannot be read. */
export function parseTrack(json: unknown, trackingNumber: string): Answered<TrackedPackage | null> | null {
  const parsed = trackAnswer.safeParse(json);
  if (!parsed.success) return null;
  const shipments = parsed.data.trackResponse.shipment;
  const packages = shipments.flatMap((shipment) => shipment.package);
  const pkg = packages.find((candidate) => candidate.trackingNumber === trackingNumber) ?? only(packages);
  if (pkg) return answered(readPackage(pkg, trackingNumber));
  // "Not found" is a warning beside no package (TW0001); without the warning UPS tells no more.
  const isAbout = shipments.some(({ inquiryNumber, warnings }) => inquiryNumber !== undefined || warnings.length > 0);
  return isAbout && packages.length === 0 ? answered(null) : null;
}

/** A single package answers for the number asked, which may be another carrier's name for it. */
function only(packages: Package[]): Package | undefined {
  return packages.length === 1 ? packages[0] : undefined;
}

function readPackage(pkg: Package, trackingNumber: string): TrackedPackage {
  const scans = pkg.activity.map((scan) => statusOf(scan.status ?? {}));
  const now = standing(scans, currentStatus(pkg));
  const delivery = pkg.activity[scans.findIndex((scan) => scan === "DELIVERED" || scan === "RETURNED")];
  const isDelivered = now === "DELIVERED" || now === "RETURNED";
  return {
    trackingNumber,
    status: now,
    events: pkg.activity.map((scan, index) => readEvent(scan, scans[index] ?? "UNKNOWN")).reverse(),
    estimate: readEstimate(pkg),
    deliveredAt: isDelivered && delivery ? readActivityTime(delivery).occurredAt : null,
    receivedBy: (isDelivered && pkg.deliveryInformation?.receivedBy) || null,
    deliveryLocation: (isDelivered && pkg.deliveryInformation?.location) || null,
  };
}

/** Here the wire writes the three-digit code as `code`, without a type. */
function currentStatus({ currentStatus: current }: Package) {
  return current ? statusOf({ ...current, statusCode: current.statusCode || current.code }) : null;
}

function readEvent(scan: Activity, meaning: TrackedEvent["status"]): TrackedEvent {
  const place = scan.location?.address;
  const time = readActivityTime(scan);
  const event = {
    carrierStatusType: scan.status?.type ?? null,
    carrierStatusCode: scan.status?.code ?? scan.status?.statusCode ?? null,
    city: place?.city ?? null,
    region: place?.stateProvince ?? null,
    countryCode: place?.countryCode ?? place?.country ?? null,
  };
  return { ...time, ...event, key: keyOf(time, event), status: meaning, description: scan.status?.description ?? "" };
}

/** A moving package is scanned in one second at two places: both are told. A scan told twice is told once. */
function keyOf(
  time: Pick<TrackedEvent, "localDate" | "localTime" | "occurredAt">,
  scan: Pick<TrackedEvent, "carrierStatusType" | "carrierStatusCode" | "city" | "region" | "countryCode">,
): string {
  const when = time.localDate ? `${time.localDate}T${time.localTime}` : time.occurredAt;
  const place = [scan.city, scan.region, scan.countryCode].map((part) => part?.toUpperCase());
  return [when, scan.carrierStatusType, scan.carrierStatusCode, ...place].join(" ");
}

/** Rescheduled wins over scheduled; what says when it was delivered is no estimate. */
function readEstimate({ deliveryDate, deliveryTime }: Package): DeliveryEstimate | null {
  const dateOf = (type: string) => readDate(deliveryDate.find((delivery) => delivery.type === type)?.date);
  const date = dateOf("RDD") ?? dateOf("SDD");
  if (date === null) return null;
  const isPromise = deliveryTime !== undefined && deliveryTime.type !== "DEL" && deliveryTime.type !== "EOD";
  const isWindow = isPromise && deliveryTime.type !== "CMT";
  const minutes = (time: string | undefined) => readClock(time)?.slice(0, 5) ?? null;
  return {
    date,
    from: isWindow ? minutes(deliveryTime.startTime) : null,
    until: isPromise ? minutes(deliveryTime.endTime) : null,
  };
}
