import { type Answer, successEnvelope } from "../../answer.js";
import type { Operation, UpsCall } from "../../operation.js";
import { leaves, refuseUnknownNames } from "../../request/accepted-names.js";
import { listAt, textAt } from "../../request/json-reading.js";
import { request } from "../../request/payload-names.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import type { Simulator } from "../../simulator.js";
import { documentNotFound, readShipperNumber } from "./shipper-header.js";

/** Paperless v2 image: ties documents to a shipment that is booked and in force. Repeating it changes nothing. */
export const pushDocument: Operation = {
  name: "PUSH_DOCUMENT",
  method: "POST",
  path: /^\/api\/paperlessdocuments\/v2\/image$/,
  handle: answerPush,
};

const root = "PushToImageRepositoryRequest";
const names = {
  [root]: {
    Request: request,
    FormsHistoryDocumentID: leaves("DocumentID"),
    ...leaves("ShipperNumber FormsGroupID ShipmentIdentifier ShipmentDateAndTime ShipmentType TrackingNumber"),
  },
};
const documentsPerShipment = 13;

async function answerPush(call: UpsCall, { ledger }: Simulator): Promise<Answer> {
  refuseUnknownNames(call.body, names);
  const shipperNumber = readShipperNumber(call, textAt(call.body, `${root}.ShipperNumber`));
  const documentIds = listAt(call.body, `${root}.FormsHistoryDocumentID.DocumentID`).map(String);
  requireField(documentIds.length > 0, `${root}.FormsHistoryDocumentID.DocumentID`);
  const shipment = findShipment(call, shipperNumber, ledger);
  for (const id of documentIds) {
    if (!ledger.documents.findUsable(id, shipperNumber, call.at)) throw documentNotFound(id);
  }
  const tied = ledger.documents.all().filter(({ shipments }) => shipments.includes(shipment));
  const together = new Set([...tied.map(({ documentId }) => documentId), ...documentIds]);
  requireBounds(together.size <= documentsPerShipment, `${root}.FormsHistoryDocumentID.DocumentID`);
  await ledger.keepDocumentEvent({ type: "PUSHED", documentIds, shipmentIdentificationNumber: shipment });
  const context = textAt(call.body, `${root}.Request.TransactionReference.CustomerContext`);
  return {
    status: 200,
    body: {
      PushToImageRepositoryResponse: { Response: successEnvelope(context), FormsGroupID: documentIds[0] },
    },
  };
}

/** The shipment by its number, with every tracking number given being of it and not voided. */
function findShipment(call: UpsCall, shipperNumber: string, ledger: Simulator["ledger"]): string {
  const identifier = textAt(call.body, `${root}.ShipmentIdentifier`);
  requireField(identifier !== "", `${root}.ShipmentIdentifier`);
  requireBounds(textAt(call.body, `${root}.ShipmentType`) === "1", `${root}.ShipmentType`);
  const date = textAt(call.body, `${root}.ShipmentDateAndTime`);
  requireBounds(/^\d{4}-\d\d-\d\d-\d\d\.\d\d\.\d\d$/.test(date), `${root}.ShipmentDateAndTime`);
  const shipment = ledger.findById(identifier);
  const isOwn = shipment?.shipperNumber.toUpperCase() === shipperNumber && shipment.voidedAt === null;
  requireBounds(isOwn, `${root}.ShipmentIdentifier`);
  const live = shipment?.packages.filter(({ voidedAt }) => voidedAt === null) ?? [];
  const numbers = listAt(call.body, `${root}.TrackingNumber`).map(String);
  requireField(numbers.length > 0, `${root}.TrackingNumber`);
  const areOfIt = numbers.every((number) => live.some(({ trackingNumber }) => trackingNumber === number));
  requireBounds(areOfIt, `${root}.TrackingNumber`);
  return identifier;
}
