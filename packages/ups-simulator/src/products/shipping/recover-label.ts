import { type Answer, Refusal, successEnvelope } from "../../answer.js";
import type { BookedShipment } from "../../ledger/booked-shipment.js";
import type { Operation, UpsCall } from "../../operation.js";
import { refuseUnknownNames } from "../../request/accepted-names.js";
import { textAt } from "../../request/json-reading.js";
import { requireField } from "../../request/rule-codes.js";
import { mayUseAccount } from "../../scenarios.js";
import { compactDate } from "../../simulated-clock.js";
import type { Simulator } from "../../simulator.js";
import { recoveredLabels } from "./recovered-labels.js";
import { recoveryNames } from "./recovery-names.js";

/** Label Recovery v1, by tracking number or by reference and shipper number. It never tells charges. */
export const recoverLabel: Operation = {
  name: "RECOVER_LABEL",
  method: "POST",
  path: /^\/api\/labels\/v1\/recovery$/,
  handle: answerRecovery,
};

async function answerRecovery(call: UpsCall, simulator: Simulator): Promise<Answer> {
  refuseUnknownNames(call.body, recoveryNames);
  const bookings = findShipments(call, simulator);
  if (bookings.length === 0) throw new Refusal("9801031", "No shipment is known under this number or reference.");
  const found = bookings.filter((shipment) => shipment.voidedAt === null);
  const [shipment] = found;
  if (!shipment) throw new Refusal("9801040", "The shipment was voided.");
  const context = textAt(call.body, "LabelRecoveryRequest.Request.TransactionReference.CustomerContext");
  const results =
    found.length > 1 ? { TrackingCandidate: found.map(candidate) } : await recoveredLabels(call, shipment);
  return { status: 200, body: { LabelRecoveryResponse: { Response: successEnvelope(context), ...results } } };
}

/** UPS's text on the range of pickup dates. */
const recoverableDays = 30;
const dayMs = 86_400_000;

/** Shipments of the caller, voided ones too, that recovery already sees, and still does. */
function findShipments(call: UpsCall, { ledger, faults }: Simulator): BookedShipment[] {
  const path = "LabelRecoveryRequest";
  const number = textAt(call.body, `${path}.TrackingNumber`);
  const reference = textAt(call.body, `${path}.ReferenceValues.ReferenceNumber.Value`);
  const shipperNumber = textAt(call.body, `${path}.ReferenceValues.ShipperNumber`).toUpperCase();
  requireField(number !== "" || reference !== "", `${path}.TrackingNumber`);
  requireField(number !== "" || shipperNumber !== "", `${path}.ReferenceValues.ShipperNumber`);
  const byNumber = ledger.findByTrackingNumber(number);
  const candidates = number ? (byNumber ? [byNumber] : []) : ledger.findByReference(reference);
  const keptSince = call.at.getTime() - recoverableDays * dayMs;
  const visibleSince = call.at.getTime() - faults.recoveryLagSeconds("RECOVER_LABEL") * 1000;
  return candidates.filter(
    (shipment) =>
      (number !== "" || shipment.shipperNumber === shipperNumber) &&
      mayUseAccount(call.clientId, shipment.shipperNumber) &&
      Date.parse(shipment.bookedAt) <= visibleSince &&
      Date.parse(shipment.bookedAt) >= keptSince,
  );
}

function candidate({ shipmentIdentificationNumber, bookedAt, request }: BookedShipment) {
  const date = compactDate(new Date(bookedAt));
  return {
    TrackingNumber: shipmentIdentificationNumber,
    DestinationPostalCode: request.shipTo.postalCode,
    DestinationCountryCode: request.shipTo.country,
    PickupDateRange: { BeginDate: date, EndDate: date },
  };
}
