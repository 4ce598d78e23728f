import { createHash } from "node:crypto";
import { type Answer, successEnvelope } from "../../answer.js";
import type { StoredDocument } from "../../ledger/stored-document.js";
import type { Operation, UpsCall } from "../../operation.js";
import { leaves, refuseUnknownNames } from "../../request/accepted-names.js";
import { textAt } from "../../request/json-reading.js";
import { request } from "../../request/payload-names.js";
import type { Simulator } from "../../simulator.js";
import { readShipperNumber } from "./shipper-header.js";
import { readForms, type UploadedForm } from "./upload-rules.js";

/** Paperless v2 upload: every upload is a new document, also of the same file. */
export const uploadDocument: Operation = {
  name: "UPLOAD_DOCUMENT",
  method: "POST",
  path: /^\/api\/paperlessdocuments\/v2\/upload$/,
  handle: answerUpload,
};

const names = {
  UploadRequest: {
    Request: request,
    ...leaves("ShipperNumber"),
    UserCreatedForm: leaves(
      "UserCreatedFormFileName UserCreatedFormFile UserCreatedFormFileFormat UserCreatedFormDocumentType",
    ),
  },
};

/** How long UPS keeps a document is in no spec; this is the simulator's own. */
const lifetimeDays = 180;
const dayMs = 86_400_000;

async function answerUpload(call: UpsCall, { ledger }: Simulator): Promise<Answer> {
  refuseUnknownNames(call.body, names);
  const shipperNumber = readShipperNumber(call, textAt(call.body, "UploadRequest.ShipperNumber"));
  const forms = readForms(call.body);
  const serial = ledger.documents.takeSerials(forms.length);
  const documents = forms.map((form, index) =>
    storedDocument(form, shipperNumber, documentIdAt(call.at, serial + index), call.at),
  );
  await ledger.keepDocumentEvent({ type: "UPLOADED", documents });
  return {
    status: 200,
    body: {
      UploadResponse: {
        Response: successEnvelope(textAt(call.body, "UploadRequest.Request.TransactionReference.CustomerContext")),
        FormsHistoryDocumentID: { DocumentID: documents.map(({ documentId }) => documentId) },
      },
    },
  };
}

function storedDocument(form: UploadedForm, shipperNumber: string, documentId: string, at: Date): StoredDocument {
  const { bytes, ...described } = form;
  return {
    documentId,
    shipperNumber,
    ...described,
    byteLength: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    uploadedAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + lifetimeDays * dayMs).toISOString(),
    deletedAt: null,
    shipments: [],
  };
}

/** UPS's numbers are times with six decimals; here the decimals are a serial number. */
function documentIdAt(at: Date, serial: number): string {
  const [date = "", time = ""] = at.toISOString().slice(0, 19).split("T");
  return `${date}-${time.replaceAll(":", ".")}.${String(serial % 1_000_000).padStart(6, "0")}`;
}
