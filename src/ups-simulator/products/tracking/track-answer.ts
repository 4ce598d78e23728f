import type { Answer } from "../../answer.js";
import type { BookedPackage, BookedShipment } from "../../ledger/booked-shipment.js";
import { headerOf, type UpsCall } from "../../operation.js";
import type { Party } from "../../request/requested-shipment.js";
import { requireField } from "../../request/rule-codes.js";
import { compactDate, compactTime } from "../../simulated-clock.js";

/** Tracking alone insists on these two headers. */
export function checkTrackingHeaders(call: UpsCall): void {
  for (const name of ["transId", "transactionSrc"]) requireField(headerOf(call, name) !== "", name);
}

/** Not found is a 200 with a warning and no package. */
export function trackingNotFound(inquiryNumber: string): Answer {
  const warnings = [{ code: "TW0001", message: "Tracking Information Not Found" }];
  return { status: 200, body: { trackResponse: { shipment: [{ inquiryNumber, warnings }] } } };
}

/** What the ledger knows of packages: booked, perhaps voided. Newest activity first. */
export function trackingAnswer(
  inquiryNumber: string,
  found: { shipment: BookedShipment; pkg: BookedPackage }[],
): Answer {
  const packages = found.map(({ shipment, pkg }) => trackedPackage(shipment, pkg));
  return { status: 200, body: { trackResponse: { shipment: [{ inquiryNumber, package: packages }] } } };
}

function trackedPackage({ bookedAt, request, references, packages }: BookedShipment, pkg: BookedPackage) {
  const index = packages.indexOf(pkg);
  const label = "Shipper created a label, UPS has not received the package yet. ";
  const booked = activity(bookedAt, request.shipFrom, { type: "M", code: "MP", statusCode: "003", description: label });
  const voided = { type: "MV", code: "VP", statusCode: "007", description: "Shipment information voided. " };
  const activities = pkg.voidedAt ? [activity(pkg.voidedAt, request.shipFrom, voided), booked] : [booked];
  return {
    trackingNumber: pkg.trackingNumber,
    activity: activities,
    currentStatus: { code: activities[0]?.status.statusCode, description: activities[0]?.status.description },
    packageCount: packages.length,
    packageAddress: [address("ORIGIN", request.shipFrom), address("DESTINATION", request.shipTo)],
    referenceNumber: references.map((number) => ({ number, type: "SHIPMENT" })),
    weight: { unitOfMeasurement: request.packages[index]?.weightUnit, weight: request.packages[index]?.weight },
  };
}

interface Status {
  type: string;
  code: string;
  statusCode: string;
  description: string;
}

function activity(instant: string, { city, state, country }: Party, status: Status) {
  const at = new Date(instant);
  const [date, time] = [compactDate(at), compactTime(at)];
  const place = { address: { city, stateProvince: state, countryCode: country, country } };
  return { location: place, status, date, time, gmtDate: date, gmtTime: time, gmtOffset: "+00:00" };
}

function address(type: string, { city, state, country }: Party) {
  return { type, address: { city, stateProvince: state, countryCode: country, country } };
}
