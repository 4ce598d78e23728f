import type { JourneyName } from "../products/tracking/journey-name.js";
import type { BookedShipment } from "./booked-shipment.js";
import { type DocumentEvent, DocumentShelf } from "./document-shelf.js";
import { type Journal, type LedgerEvent, memoryJournal, openJournal } from "./journal.js";

/** All shipments ever booked. What is told to a caller has been written before. */
export class Ledger {
  readonly documents = new DocumentShelf();
  readonly #byId = new Map<string, BookedShipment>();
  readonly #byTrackingNumber = new Map<string, BookedShipment>();
  readonly #accessPointStatuses = new Map<string, string>();
  #usedSerials = 0;

  private constructor(private readonly journal: Journal) {}

  /** With a data folder the ledger and its serial numbers survive restarts; without, they live in memory. */
  static async open(dataDir?: string): Promise<Ledger> {
    if (!dataDir) return new Ledger(memoryJournal);
    const { journal, events } = await openJournal(dataDir);
    const ledger = new Ledger(journal);
    for (const event of events) ledger.#apply(event);
    return ledger;
  }

  close(): Promise<void> {
    return this.journal.close();
  }

  /** Takes serial numbers that nobody gets again. */
  takeSerials(count: number): number[] {
    const first = this.#usedSerials + 1;
    this.#usedSerials += count;
    return Array.from({ length: count }, (_, index) => first + index);
  }

  async book(shipment: BookedShipment): Promise<void> {
    await this.#commit({ type: "BOOKED", shipment, serials: this.#usedSerials });
  }

  /** Voids packages that are not yet voided; repeating it changes nothing. */
  async void(shipment: BookedShipment, trackingNumbers: string[], at: Date): Promise<void> {
    const { shipmentIdentificationNumber } = shipment;
    await this.#commit({ type: "VOIDED", shipmentIdentificationNumber, trackingNumbers, at: at.toISOString() });
  }

  /** UPS's code: 01 active and available, 06 suspended, 07 active and unavailable, 08 terminated. */
  accessPointStatus(accessPointId: string): string {
    return this.#accessPointStatuses.get(accessPointId) ?? "01";
  }

  async setAccessPointStatus(accessPointId: string, status: string): Promise<void> {
    await this.#commit({ type: "ACCESS_POINT", accessPointId, status });
  }

  /** What becomes of it from now on, and what had become of it so far. */
  async chooseJourney({ shipmentIdentificationNumber }: BookedShipment, journey: JourneyName): Promise<void> {
    await this.#commit({ type: "JOURNEY", shipmentIdentificationNumber, journey });
  }

  async keepDocumentEvent(event: DocumentEvent): Promise<void> {
    await this.#commit({ type: "DOCUMENT", event });
  }

  /** Oldest first. */
  all(): BookedShipment[] {
    return [...this.#byId.values()];
  }

  findById(shipmentIdentificationNumber: string): BookedShipment | null {
    return this.#byId.get(shipmentIdentificationNumber) ?? null;
  }

  findByTrackingNumber(trackingNumber: string): BookedShipment | null {
    return this.#byTrackingNumber.get(trackingNumber) ?? null;
  }

  findByReference(reference: string): BookedShipment[] {
    return this.all().filter((shipment) => shipment.references.includes(reference));
  }

  async #commit(event: LedgerEvent): Promise<void> {
    await this.journal.append(event);
    this.#apply(event);
  }

  #apply(event: LedgerEvent): void {
    if (event.type === "BOOKED") {
      this.#addShipment(event.shipment, event.serials);
    } else if (event.type === "DOCUMENT") {
      this.documents.apply(event.event);
    } else if (event.type === "ACCESS_POINT") {
      this.#accessPointStatuses.set(event.accessPointId, event.status);
    } else if (event.type === "JOURNEY") {
      Object.assign(this.#byId.get(event.shipmentIdentificationNumber) ?? {}, { journey: event.journey });
    } else {
      const shipment = this.#byId.get(event.shipmentIdentificationNumber);
      if (shipment) markVoided(shipment, event.trackingNumbers, event.at);
    }
  }

  #addShipment(shipment: BookedShipment, serials: number): void {
    this.#usedSerials = Math.max(this.#usedSerials, serials);
    this.documents.tie(shipment.documentIds ?? [], shipment.shipmentIdentificationNumber);
    this.#byId.set(shipment.shipmentIdentificationNumber, shipment);
    for (const pkg of shipment.packages) this.#byTrackingNumber.set(pkg.trackingNumber, shipment);
  }
}

function markVoided(shipment: BookedShipment, trackingNumbers: string[], at: string): void {
  for (const pkg of shipment.packages) {
    if (trackingNumbers.includes(pkg.trackingNumber)) pkg.voidedAt ??= at;
  }
  if (shipment.packages.every((pkg) => pkg.voidedAt)) shipment.voidedAt ??= at;
}
