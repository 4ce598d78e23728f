import { type Answer, successEnvelope } from "../../answer.js";
import { headerOf, type Operation, type UpsCall } from "../../operation.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import type { Simulator } from "../../simulator.js";
import { documentNotFound, readShipperNumber } from "./shipper-header.js";

/** Paperless v2 delete: the two last segments stand as they are, what is meant travels in headers. Works once. */
export const deleteDocument: Operation = {
  name: "DELETE_DOCUMENT",
  method: "DELETE",
  path: /^\/api\/paperlessdocuments\/v2\/DocumentId\/ShipperNumber$/,
  handle: answerDelete,
};

async function answerDelete(call: UpsCall, { ledger }: Simulator): Promise<Answer> {
  const shipperNumber = readShipperNumber(call, null);
  const documentId = headerOf(call, "DocumentId");
  requireField(documentId !== "", "DocumentId (header)");
  requireBounds(documentId.length === 26, "DocumentId (header)");
  if (!ledger.documents.findUsable(documentId, shipperNumber, call.at)) throw documentNotFound(documentId);
  await ledger.keepDocumentEvent({ type: "DELETED", documentId, at: call.at.toISOString() });
  return { status: 200, body: { DeleteResponse: { Response: successEnvelope("") } } };
}
