import type { UpsCall } from "../../operation.js";
import { listAt, textAt } from "../../request/json-reading.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import type { Simulator } from "../../simulator.js";
import { documentNotFound } from "../paperless/shipper-header.js";

const FORMS = "ShipmentRequest.Shipment.ShipmentServiceOptions.InternationalForms";
const DOCUMENTS = `${FORMS}.UserCreatedForm.DocumentID`;
const DOCUMENTS_PER_SHIPMENT = 13;

/** The documents that a Ship request names with form type 07, every one of them in the shipper's forms history. */
export function readUploadedForms({ body, at }: UpsCall, { ledger }: Simulator): string[] {
  const documentIds = listAt(body, DOCUMENTS).map(String);
  const isNamed = listAt(body, `${FORMS}.FormType`).map(String).includes("07");
  requireField(!isNamed || documentIds.length > 0, DOCUMENTS);
  requireBounds(isNamed || documentIds.length === 0, `${FORMS}.FormType`);
  requireBounds(documentIds.length <= DOCUMENTS_PER_SHIPMENT, DOCUMENTS);
  const shipperNumber = textAt(body, "ShipmentRequest.Shipment.Shipper.ShipperNumber");
  for (const id of documentIds) if (!ledger.documents.findUsable(id, shipperNumber, at)) throw documentNotFound(id);
  return documentIds;
}
