import type { DocumentUpload, PushRequest } from "../../src/carrier/documents.js";

/** A document as long in every field as we let it be. */
export function anUpload(over: Partial<DocumentUpload> = {}): DocumentUpload {
  const name = `${"x".repeat(295)}.xlsx`;
  return { kind: "DECLARATION", name, format: "xlsx", bytes: Buffer.from("PK"), ...over };
}

export function aPush(over: Partial<PushRequest> = {}): PushRequest {
  return {
    carrierDocumentIds: ["2026-05-01-10.20.30.000007"],
    shipmentIdentificationNumber: "1Z0A1B2C0300000014",
    trackingNumbers: ["1Z0A1B2C0300000014", "1Z0A1B2C0300000023"],
    bookedAt: new Date("2026-05-01T09:05:07Z"),
    ...over,
  };
}
