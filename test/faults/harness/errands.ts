import type { Asking } from "./asking.js";
import type { Diary } from "./diary.js";
import type { Data } from "./front-door.js";
import { aDocument, askLocations, askRates, attachDocuments, inNewYork, uploadDocument } from "./operations.js";

/** Our id of an access point in New York that takes packages; null: UPS tells of none. */
export async function accessPoint(asking: Asking): Promise<string | null> {
  const answer = await asking.insist("other", askLocations, inNewYork, ({ results }) => results.length > 0);
  const open = (answer?.results ?? []).filter(({ location }: Data) => location.isAvailable);
  return open.length === 0 ? null : asking.random.pick<Data>(open).location.id;
}

/** An offer for the shipment. */
export async function quoteOf(asking: Asking, { shipTo, packages, options }: Data): Promise<string | undefined> {
  const input = { shipTo, packages, options };
  const answer = await asking.insist("other", askRates, input, ({ quotes }) => quotes.length > 0);
  return answer === null ? undefined : asking.random.pick<Data>(answer.quotes).id;
}

/** Ids of the documents; null: UPS takes none. */
export async function uploadPapers(asking: Asking, intentId: string): Promise<string[] | null> {
  const answer = await asking.insist("other", uploadDocument, aDocument(intentId), ({ document }) => document !== null);
  return answer === null ? null : [answer.document.id];
}

/** Sends papers after a shipment. */
export async function attachPapers(asking: Asking, diary: Diary, intentId: string, shipmentId: string): Promise<void> {
  const documentIds = await uploadPapers(asking, intentId);
  if (documentIds === null) return;
  const input = { shipmentId, documentIds };
  const answer = await asking.insist("other", attachDocuments, input, ({ shipment }) => shipment !== null);
  if (answer !== null) diary.end("ATTACHED");
}
