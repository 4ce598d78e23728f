import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JourneyName } from "../products/tracking/journey-name.js";
import type { BookedShipment } from "./booked-shipment.js";
import type { DocumentEvent } from "./document-shelf.js";

export type LedgerEvent =
  | { type: "DOCUMENT"; event: DocumentEvent }
  | { type: "BOOKED"; shipment: BookedShipment; serials: number }
  | { type: "VOIDED"; shipmentIdentificationNumber: string; trackingNumbers: string[]; at: string }
  | { type: "JOURNEY"; shipmentIdentificationNumber: string; journey: JourneyName }
  | { type: "ACCESS_POINT"; accessPointId: string; status: string };

/** Where ledger events are kept. `append` returns once they would survive the death of the process. */
export interface Journal {
  append(event: LedgerEvent): Promise<void>;
  close(): Promise<void>;
}

export const memoryJournal: Journal = { append: async () => {}, close: async () => {} };

const fileName = "ups-simulator-ledger.jsonl";

/** Opens the journal of a data folder and reads back what it holds; a line torn by a crash is cut off. */
export async function openJournal(dataDir: string): Promise<{ journal: Journal; events: LedgerEvent[] }> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, fileName);
  const text = await readFile(path).catch(emptyWhenMissing);
  const wholeBytes = text.lastIndexOf("\n") + 1;
  const file = await open(path, "a", 0o600);
  // One that was made before may be open to others.
  await file.chmod(0o600);
  await file.truncate(wholeBytes);
  const lines = text.subarray(0, wholeBytes).toString("utf8").split("\n").filter(Boolean);
  return { journal: new FileJournal(file), events: lines.map((line) => JSON.parse(line) as LedgerEvent) };
}

function emptyWhenMissing(error: NodeJS.ErrnoException): Buffer {
  if (error.code === "ENOENT") return Buffer.alloc(0);
  throw error;
}

class FileJournal implements Journal {
  #queue: Promise<void> = Promise.resolve();

  constructor(private readonly file: FileHandle) {}

  append(event: LedgerEvent): Promise<void> {
    const written = this.#queue.then(() => this.#write(event));
    this.#queue = written.catch(() => {});
    return written;
  }

  async #write(event: LedgerEvent): Promise<void> {
    await this.file.appendFile(`${JSON.stringify(event)}\n`);
    await this.file.datasync();
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.file.close();
  }
}
