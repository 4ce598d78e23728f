import type { CallContext, CarrierAccountAccess } from "./account-access.js";
import type { Outcome, SpendOutcome } from "./outcome.js";
import type { CarrierEnvironment } from "./values.js";

/** What people upload for customs. */
export type UploadKind =
  | "AUTHORIZATION_FORM"
  | "COMMERCIAL_INVOICE"
  | "CERTIFICATE_OF_ORIGIN"
  | "EXPORT_ACCOMPANYING_DOCUMENT"
  | "EXPORT_LICENSE"
  | "IMPORT_PERMIT"
  | "USMCA_CERTIFICATE"
  | "OTHER_CUSTOMS"
  | "POWER_OF_ATTORNEY"
  | "PACKING_LIST"
  | "EXPORT_DECLARATION"
  | "LETTER_OF_INSTRUCTION"
  | "DECLARATION";

/** By the ending of the file's name, in lower case and without the dot. */
export type DocumentFormat =
  | "bmp"
  | "doc"
  | "gif"
  | "jpg"
  | "pdf"
  | "png"
  | "rtf"
  | "tif"
  | "txt"
  | "xls"
  | "docx"
  | "xlsx";

export interface DocumentUpload {
  kind: UploadKind;
  /** With its ending. */
  name: string;
  format: DocumentFormat;
  bytes: Buffer;
}

export interface UploadedDocument {
  carrierDocumentId: string;
  /** Null: the carrier does not say how long it keeps it. */
  expiresAt: Date | null;
}

/** Documents for a shipment that is already booked. */
export interface PushRequest {
  carrierDocumentIds: string[];
  shipmentIdentificationNumber: string;
  trackingNumbers: string[];
  bookedAt: Date;
}

/** What uploads may be. */
export interface DocumentLimits {
  kinds: readonly UploadKind[];
  formats: readonly DocumentFormat[];
  /** Of one file, not encoded. */
  maxBytes: number;
  /** In characters. */
  maxNameLength: number;
  maxPerShipment: number;
}

/** The merchant's own papers can be uploaded, and go with shipments. */
export interface CarrierDocuments {
  /** False: they go with what goes out only. */
  readonly goWithReturns: boolean;
  limits(environment: CarrierEnvironment): DocumentLimits;
  /** Sent once, as a purchase is: a repeat would leave a second document. */
  upload(
    account: CarrierAccountAccess,
    upload: DocumentUpload,
    call: CallContext,
  ): Promise<SpendOutcome<UploadedDocument>>;
  /** Ties uploaded documents to a booked shipment. Sent once; safe for the caller to repeat. */
  push(account: CarrierAccountAccess, request: PushRequest, call: CallContext): Promise<Outcome<null>>;
  /** Safe to repeat: `UNKNOWN` is what the carrier does not, or no longer, have. */
  delete(
    account: CarrierAccountAccess,
    carrierDocumentId: string,
    call: CallContext,
  ): Promise<Outcome<"DELETED" | "UNKNOWN">>;
}
