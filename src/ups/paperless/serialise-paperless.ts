import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { DocumentUpload, PushRequest } from "../../carrier/documents.js";
import { bodyOf, headersOf } from "../wire/declared-names.js";
import { documentTypes } from "./document-limits.js";

export const uploadPath = "/api/paperlessdocuments/v2/upload";
export const pushPath = "/api/paperlessdocuments/v2/image";
/** The last two segments are what they say: the values travel in headers of these names. */
export const deletePath = "/api/paperlessdocuments/v2/DocumentId/ShipperNumber";

/** What every call of Paperless v2 says beside its body; UPS wants the account here even where the body has it. */
export function paperlessHeaders({ accountNumber }: CarrierAccountAccess, carrierDocumentId?: string) {
  return headersOf("DELETE_DOCUMENT", {
    ShipperNumber: accountNumber,
    ...(carrierDocumentId !== undefined && { DocumentId: carrierDocumentId }),
  });
}

/** The body of one document's upload. */
export function serialiseUpload(
  { accountNumber }: CarrierAccountAccess,
  { name, format, kind, bytes }: DocumentUpload,
) {
  return bodyOf("UPLOAD_DOCUMENT", {
    UploadRequest: {
      Request: { TransactionReference: { CustomerContext: "upload" } },
      ShipperNumber: accountNumber,
      UserCreatedForm: [
        {
          UserCreatedFormFileName: namedAs(name, format),
          UserCreatedFormFile: bytes.toString("base64"),
          UserCreatedFormFileFormat: format,
          UserCreatedFormDocumentType: documentTypes[kind],
        },
      ],
    },
  });
}

/** With the ending of three letters that UPS lists for the format (Paperless.yaml): it has no `jpeg` and no `tiff`. */
function namedAs(name: string, format: string): string {
  const stem = name.slice(0, name.lastIndexOf("."));
  return name.toLowerCase().endsWith(`.${format}`) ? name : `${stem}.${format}`;
}

/** The body that ties uploaded documents to a small-package shipment booked before. */
export function serialisePush({ accountNumber }: CarrierAccountAccess, request: PushRequest) {
  return bodyOf("PUSH_DOCUMENT", {
    PushToImageRepositoryRequest: {
      Request: { TransactionReference: { CustomerContext: "push" } },
      ShipperNumber: accountNumber,
      FormsHistoryDocumentID: { DocumentID: request.carrierDocumentIds },
      ShipmentIdentifier: request.shipmentIdentificationNumber,
      ShipmentDateAndTime: request.bookedAt.toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "."),
      ShipmentType: "1",
      TrackingNumber: request.trackingNumbers,
    },
  });
}
