import type { StoredDocument } from "./stored-document.js";

export type DocumentEvent =
  | { type: "UPLOADED"; documents: StoredDocument[] }
  | { type: "PUSHED"; documentIds: string[]; shipmentIdentificationNumber: string }
  | { type: "DELETED"; documentId: string; at: string };

/** The forms histories of all shippers, as the ledger's events make them. */
export class DocumentShelf {
  readonly #byId = new Map<string, StoredDocument>();
  #usedSerials = 0;

  /** Oldest first, deleted ones included. */
  all(): StoredDocument[] {
    return [...this.#byId.values()];
  }

  /** Numbers that no other document gets, also when it is kept only later. */
  takeSerials(count: number): number {
    const first = Math.max(this.#usedSerials, this.#byId.size);
    this.#usedSerials = first + count;
    return first;
  }

  /** What the shipper can still use at that time; null: unknown, somebody else's, deleted or expired. */
  findUsable(documentId: string, shipperNumber: string, at: Date): StoredDocument | null {
    const document = this.#byId.get(documentId);
    const isOwn = document?.shipperNumber.toUpperCase() === shipperNumber.toUpperCase();
    const isThere = document?.deletedAt === null && Date.parse(document.expiresAt) > at.getTime();
    return document && isOwn && isThere ? document : null;
  }

  apply(event: DocumentEvent): void {
    if (event.type === "UPLOADED")
      for (const document of event.documents) this.#byId.set(document.documentId, document);
    else if (event.type === "PUSHED") this.tie(event.documentIds, event.shipmentIdentificationNumber);
    else this.#change(event.documentId, (document) => ({ ...document, deletedAt: document.deletedAt ?? event.at }));
  }

  /** Says that these documents go with a shipment. */
  tie(documentIds: string[], shipmentIdentificationNumber: string): void {
    for (const id of documentIds) {
      this.#change(id, (document) => ({
        ...document,
        shipments: [...new Set([...document.shipments, shipmentIdentificationNumber])],
      }));
    }
  }

  #change(documentId: string, to: (document: StoredDocument) => StoredDocument): void {
    const document = this.#byId.get(documentId);
    if (document) this.#byId.set(documentId, to(document));
  }
}
