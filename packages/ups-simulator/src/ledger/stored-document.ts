/** A document in a shipper's forms history. Its bytes are not kept: size and hash tell that they arrived. */
export interface StoredDocument {
  /** `YYYY-MM-DD-HH.MM.SS.ffffff`, never given twice. */
  documentId: string;
  shipperNumber: string;
  name: string;
  format: string;
  /** 001 to 013. */
  type: string;
  byteLength: number;
  sha256: string;
  /** ISO instants on the simulator's clock. */
  uploadedAt: string;
  expiresAt: string;
  deletedAt: string | null;
  /** Shipments that it goes with, by identification number: named in Ship, or pushed. */
  shipments: string[];
}
