import { z } from "zod";
import type { Answered } from "../../carrier/outcome.js";
import type { DeliveryEstimate, TrackedEvent, TrackedPackage } from "../../carrier/tracking.js";
import { trackingNotFoundCodes } from "../wire/error-codes.js";
import { answered } from "../words/alerts.js";
import { listOf, maybe, text } from "../words/shapes.js";
import { readActivityTime, readDate, readTime } from "./track-times.js";
import { standing, statusOf } from "./tracking-status.js";

const optional = text.optional();
const status = maybe(z.object({ type: optional, code: optional, statusCode: optional, description: optional }));
const address = z.object({ city: optional, stateProvince: optional, countryCode: optional, country: optional });
const activity = z.object({
  date: optional,
  time: optional,
  gmtDate: optional,
  gmtTime: optional,
  gmtOffset: optional,
  status,
  location: maybe(z.object({ address: maybe(address) })),
});

const trackedPackage = z.object({
  trackingNumber: optional,
  activity: listOf(activity),
  currentStatus: status,
  deliveryDate: listOf(z.object({ type: optional, date: optional })),
  deliveryTime: maybe(z.object({ type: optional, startTime: optional, endTime: optional })),
  deliveryInformation: maybe(z.object({ location: optional, receivedBy: optional })),
});

const trackAnswer = z.object({
  trackResponse: z.object({
    shipment: listOf(
      z.object({ package: listOf(trackedPackage), warnings: listOf(z.object({ code: text.optional() })) }),
    ),
  }),
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
  const warnings = shipments.flatMap((shipment) => shipment.warnings);
  return warnings.some((warning) => trackingNotFoundCodes.has(warning.code ?? "")) ? answered(null) : null;
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
  const when = time.localDate ? `${time.localDate}T${time.localTime}` : time.occurredAt;
  return {
    ...time,
    key: [when, scan.status?.type, scan.status?.code].join(" "),
    status: meaning,
    carrierStatusType: scan.status?.type || null,
    carrierStatusCode: scan.status?.code || scan.status?.statusCode || null,
    description: scan.status?.description ?? "",
    city: place?.city || null,
    region: place?.stateProvince || null,
    countryCode: place?.countryCode || place?.country || null,
  };
}

/** Rescheduled wins over scheduled; what says when it was delivered is no estimate. */
function readEstimate({ deliveryDate, deliveryTime }: Package): DeliveryEstimate | null {
  const dateOf = (type: string) => readDate(deliveryDate.find((delivery) => delivery.type === type)?.date);
  const date = dateOf("RDD") ?? dateOf("SDD");
  if (date === null) return null;
  const isPromise = deliveryTime !== undefined && deliveryTime.type !== "DEL" && deliveryTime.type !== "EOD";
  const isWindow = isPromise && deliveryTime.type !== "CMT";
  const minutes = (time: string | undefined) => readTime(time)?.slice(0, 5) ?? null;
  return {
    date,
    from: isWindow ? minutes(deliveryTime.startTime) : null,
    until: isPromise ? minutes(deliveryTime.endTime) : null,
  };
}
