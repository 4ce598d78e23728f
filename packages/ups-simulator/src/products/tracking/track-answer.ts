import type { Answer } from "../../answer.js";
import type { BookedPackage, BookedShipment } from "../../ledger/booked-shipment.js";
import { headerOf, type UpsCall } from "../../operation.js";
import type { Party } from "../../request/requested-shipment.js";
import { requireField } from "../../request/rule-codes.js";
import { compactDate, compactTime } from "../../simulated-clock.js";
import { styleActivity, styleBody, type TrackingStyle } from "./answer-style.js";
import { deliveryBlocks } from "./delivery-blocks.js";
import { journeyOf } from "./journey.js";
import { clockAt, offsetMinutes, offsetText } from "./local-time.js";
import type { Scan } from "./scan.js";
import { scanStatuses } from "./scans.js";

/** Tracking alone insists on these two headers. */
export function checkTrackingHeaders(call: UpsCall): void {
  for (const name of ["transId", "transactionSrc"]) requireField(headerOf(call, name) !== "", name);
}

/** Not found is a 200 with a warning and no package. */
export function trackingNotFound(inquiryNumber: string, style: TrackingStyle): Answer {
  const warnings = [{ code: "TW0001", message: "Tracking Information Not Found" }];
  const shipment = style.withoutInquiryNumber ? { warnings } : { inquiryNumber, warnings };
  return { status: 200, body: styleBody({ trackResponse: { shipment: [shipment] } }, style) };
}

/** How far packages have come by the call's time. Newest activity first. */
export function trackingAnswer(
  inquiryNumber: string,
  found: { shipment: BookedShipment; pkg: BookedPackage }[],
  at: Date,
  style: TrackingStyle,
): Answer {
  const packages = found.map(({ shipment, pkg }) => trackedPackage(shipment, pkg, at, style));
  return {
    status: 200,
    body: styleBody({ trackResponse: { shipment: [{ inquiryNumber, package: packages }] } }, style),
  };
}

function trackedPackage(shipment: BookedShipment, pkg: BookedPackage, at: Date, style: TrackingStyle) {
  const { request, references, packages } = shipment;
  const journey = journeyOf(shipment);
  const scans = scansUntil(journey.scans, pkg, request.shipFrom, at);
  const index = packages.indexOf(pkg);
  return {
    trackingNumber: pkg.trackingNumber,
    ...deliveryBlocks(shipment, journey, scans, at),
    activity: scans.map((scan) => styleActivity(activity(scan), style)).reverse(),
    currentStatus: currentStatus(scans),
    packageCount: packages.length,
    packageAddress: [address("ORIGIN", request.shipFrom), address("DESTINATION", request.shipTo)],
    referenceNumber: references.map((number) => ({ number, type: "SHIPMENT" })),
    weight: { unitOfMeasurement: request.packages[index]?.weightUnit, weight: request.packages[index]?.weight },
  };
}

/** Oldest first. A void is the end of a journey, wherever it finds the package. */
function scansUntil(scans: Scan[], { voidedAt }: BookedPackage, place: Party, at: Date): Scan[] {
  const end = voidedAt === null ? at : new Date(Math.min(at.getTime(), Date.parse(voidedAt)));
  // The booking itself is known even when a test has turned the clock back.
  const past = scans.filter((scan, index) => index === 0 || scan.at <= end);
  return voidedAt === null ? past : [...past, { at: new Date(voidedAt), place, status: scanStatuses.voided }];
}

/** Without a type, and with the three-digit code as `code`. */
function currentStatus(scans: Scan[]) {
  const newest = scans.at(-1)?.status;
  return { code: newest?.statusCode, description: newest?.description };
}

/** The label is made at a desk that keeps UTC; scans are made where the package is. */
function activity({ at, place, status }: Scan) {
  const isMade = status === scanStatuses.label || status === scanStatuses.voided;
  const local = isMade ? at : clockAt(place, at);
  const { city, state, country } = place;
  return {
    location: { address: { city, stateProvince: state, countryCode: country, country } },
    status,
    date: compactDate(local),
    time: compactTime(local),
    gmtDate: compactDate(at),
    gmtTime: compactTime(at),
    gmtOffset: offsetText(isMade ? 0 : offsetMinutes(place, at)),
  };
}

function address(type: string, { city, state, country }: Party) {
  return { type, address: { city, stateProvince: state, countryCode: country, country } };
}
