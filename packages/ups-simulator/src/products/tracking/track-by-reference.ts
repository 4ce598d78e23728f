import type { Answer } from "../../answer.js";
import type { BookedShipment } from "../../ledger/booked-shipment.js";
import type { Operation, UpsCall } from "../../operation.js";
import { requireBounds } from "../../request/rule-codes.js";
import { compactDate } from "../../simulated-clock.js";
import type { Simulator } from "../../simulator.js";
import { checkTrackingHeaders, trackingAnswer, trackingNotFound } from "./track-answer.js";

/** Track v1 by reference: booked within the asked days (the last fourteen by default), voided ones included. */
export const trackByReference: Operation = {
  name: "TRACK_BY_REFERENCE",
  method: "GET",
  path: /^\/api\/track\/v1\/reference\/details\/(?<reference>[^/]+)$/,
  handle: answerTrackByReference,
};

const defaultDays = 14;
const dayMs = 86_400_000;

function answerTrackByReference(call: UpsCall, simulator: Simulator): Answer {
  checkTrackingHeaders(call);
  const reference = call.params.reference ?? "";
  const found = simulator.ledger.findByReference(reference).filter(isAskedFor(call, simulator));
  if (found.length === 0) return trackingNotFound(reference, simulator.trackingStyle);
  return trackingAnswer(
    reference,
    found.flatMap((shipment) => shipment.packages.map((pkg) => ({ shipment, pkg }))),
    call.at,
    simulator.trackingStyle,
  );
}

function isAskedFor({ query, at }: UpsCall, { faults }: Simulator): (shipment: BookedShipment) => boolean {
  const from = query.get("fromPickUpDate") ?? compactDate(new Date(at.getTime() - defaultDays * dayMs));
  const to = query.get("toPickUpDate") ?? compactDate(at);
  for (const date of [from, to]) requireBounds(/^\d{8}$/.test(date), "fromPickUpDate, toPickUpDate");
  const shipperNumber = query.get("shipperNum")?.toUpperCase();
  const visibleSince = at.getTime() - faults.recoveryLagSeconds("TRACK_BY_REFERENCE") * 1000;
  return (shipment) => {
    const day = compactDate(new Date(shipment.bookedAt));
    const isOfShipper = !shipperNumber || shipment.shipperNumber === shipperNumber;
    return day >= from && day <= to && isOfShipper && Date.parse(shipment.bookedAt) <= visibleSince;
  };
}
