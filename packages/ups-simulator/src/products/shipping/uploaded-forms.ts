import { Refusal } from "../../answer.js";
import type { UpsCall } from "../../operation.js";
import { listAt, textAt } from "../../request/json-reading.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import type { Simulator } from "../../simulator.js";
import { documentNotFound } from "../paperless/shipper-header.js";

const forms = "ShipmentRequest.Shipment.ShipmentServiceOptions.InternationalForms";
const documents = `${forms}.UserCreatedForm.DocumentID`;
const documentsPerShipment = 13;
/** The type of an uploaded commercial invoice, and the form type of one that UPS makes. */
const uploadedInvoice = "002";
const madeInvoice = "01";

/** 128241 of UPS's public table of codes. */
const secondInvoice = () => new Refusal("128241", "A shipment can only contain one Commercial Invoice.");

/** The documents that a Ship request names with form type 07, every one of them in the shipper's forms history. */
export function readUploadedForms({ body, at }: UpsCall, { ledger }: Simulator): string[] {
  const documentIds = listAt(body, documents).map(String);
  const isNamed = listAt(body, `${forms}.FormType`).map(String).includes("07");
  requireField(!isNamed || documentIds.length > 0, documents);
  requireBounds(isNamed || documentIds.length === 0, `${forms}.FormType`);
  requireBounds(documentIds.length <= documentsPerShipment, documents);
  const shipperNumber = textAt(body, "ShipmentRequest.Shipment.Shipper.ShipperNumber");
  const types = listAt(body, `${forms}.FormType`).map(String);
  for (const id of documentIds) {
    const document = ledger.documents.findUsable(id, shipperNumber, at);
    if (!document) throw documentNotFound(id);
    if (document.type === uploadedInvoice && types.includes(madeInvoice)) throw secondInvoice();
  }
  return documentIds;
}
