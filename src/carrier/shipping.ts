import type { RateCharge } from "./rating.js";
import type { ShipmentDetails } from "./shipment-details.js";
import type { DimensionUnit, Money, WeightUnit } from "./values.js";

/** What labels can be ordered as; which of them a carrier makes says its catalogue. */
export type LabelFormat = "PDF" | "ZPL" | "EPL" | "SPL" | "GIF";

/**
 * What a label's file is: carriers have sent others than were ordered. HTML is a page instead of a label, UNKNOWN what
 * nobody can make a label out of.
 */
export type LabelFileFormat = LabelFormat | "PNG" | "JPEG" | "HTML" | "UNKNOWN";

/** As printed, in inches; nulls where nobody knows, or the printer decides. */
export interface LabelSize {
  widthInches: number | null;
  heightInches: number | null;
  /** Dots per inch that it is made for. */
  dpi: number | null;
}

/** A page made of the carrier's label. */
export interface LabelPage {
  bytes: Buffer;
  size: LabelSize;
  /** False: the carrier does not say how large its image is; it is fitted to the page, and its barcodes may not read. */
  isTrueSize: boolean;
}

export interface ShipRequest {
  details: ShipmentDetails;
  serviceCode: string;
  labelFormat: LabelFormat;
  /** At most 14 alphanumerics, unique for ever: how the purchase is found again when the answer is lost. */
  carrierReference: string;
  weightUnit: WeightUnit | null;
  dimensionUnit: DimensionUnit | null;
  /** The carrier's numbers of uploaded documents that go with the shipment; absent: none. */
  documentIds?: readonly string[];
  /** Absent: none. */
  uploaded?: UploadedDocuments;
}

/** What the merchant's own documents are that go with a shipment: none, some, the commercial invoice among them. */
export type UploadedDocuments = "NONE" | "SOME" | "INVOICE";

/** Bytes exactly as the carrier gave them. `format` is what they are, whatever was ordered: a PDF order may be answered with GIF. */
export interface LabelFile {
  format: LabelFileFormat;
  contentType: string;
  bytes: Buffer;
}

export interface ShippedPackage {
  trackingNumber: string;
  /** Null where the carrier delivers the label itself. */
  label: LabelFile | null;
  /** Found again, and voided meanwhile: there is no label of it any more. Absent: it is in force. */
  isVoided?: boolean;
  /** A second label beside it, to be printed after it and signed; absent: there is none. */
  signatureLabel?: LabelFile;
  /** What the carrier charges for this package alone, of the shipment's charges; empty where it does not say. */
  chargeItems: RateCharge[];
}

export type ShippedDocumentKind = "COMMERCIAL_INVOICE" | "COD_TURN_IN" | "RECEIPT" | "HIGH_VALUE_REPORT";

/** A paper that the carrier made with the labels, bytes exactly as it gave them. */
export interface ShippedDocument {
  kind: ShippedDocumentKind;
  contentType: string;
  bytes: Buffer;
}

/** A bought shipment. `packages` are in the order of the request. */
export interface ShippedShipment {
  shipmentIdentificationNumber: string;
  /** Null when the carrier did not say (found again by recovery). */
  charges: Money | null;
  /** The charges in their parts, as the carrier itemises them: they sum to `charges`. Empty exactly where that is null. */
  chargeItems: RateCharge[];
  packages: ShippedPackage[];
  documents: ShippedDocument[];
  /** Papers that came in a form that cannot be read: the labels are bought all the same. */
  unreadableDocuments: ShippedDocumentKind[];
}

/** Which labels to ask for again. By reference several shipments can match: `candidates` holds their numbers then. */
export type RecoverRequest = {
  labelFormat: LabelFormat;
  /** PDF as the carrier makes it, one file for all packages on the first of them; else the image a PDF is made from. */
  isCarrierPdf?: boolean;
} & ({ trackingNumber: string } | { carrierReference: string });

export type RecoverAnswer =
  | { found: "NONE" }
  /** All that there was is voided. */
  | { found: "VOIDED" }
  /** At least one is there, and neither which nor its label is told. */
  | { found: "EXISTS" }
  | { found: "ONE"; shipment: ShippedShipment }
  | { found: "SEVERAL"; trackingNumbers: string[] };

export interface VoidRequest {
  shipmentIdentificationNumber: string;
  /** Chosen packages; empty: the whole shipment. */
  trackingNumbers: string[];
}

/** `VOIDED` includes "already voided": the carrier does not tell them apart. */
export interface VoidedPackage {
  trackingNumber: string;
  isVoided: boolean;
}

/** `packages` may be empty for a whole shipment: `isVoided` then speaks for all. */
export interface VoidAnswer {
  isVoided: boolean;
  packages: VoidedPackage[];
}

/** The time for it is over, or the number unknown; only the whole shipment is voided; its kind never is. */
export type VoidRefusalReason = "WINDOW_CLOSED" | "AS_A_WHOLE_ONLY" | "NEVER";
