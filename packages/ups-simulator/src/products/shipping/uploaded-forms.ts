import type { UpsCall } from "../../operation.js";
import { listAt, textAt } from "../../request/json-reading.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import type { Simulator } from "../../simulator.js";
import { documentNotFound } from "../paperless/shipper-header.js";

const forms = "ShipmentRequest.Shipment.ShipmentServiceOptions.InternationalForms";
const documents = `${forms}.UserCreatedForm.DocumentID`;
const documentsPerShipment = 13;

/** The documents that a Ship request names with form type 07, every one of them in the shipper's forms history. */
export function readUploadedForms({ body, at }: UpsCall, { ledger }: Simulator): string[] {
  const documentIds = listAt(body, documents).map(String);
  const isNamed = listAt(body, `${forms}.FormType`).map(String).includes("07");
  requireField(!isNamed || documentIds.length > 0, documents);
  requireBounds(isNamed || documentIds.length === 0, `${forms}.FormType`);
  requireBounds(documentIds.length <= documentsPerShipment, documents);
  const shipperNumber = textAt(body, "ShipmentRequest.Shipment.Shipper.ShipperNumber");
  for (const id of documentIds) if (!ledger.documents.findUsable(id, shipperNumber, at)) throw documentNotFound(id);
  return documentIds;
}
