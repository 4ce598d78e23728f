import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierDocuments } from "../../carrier/documents.js";
import { requireOffer } from "../require-offer.js";

export const takesNone = "Documents are not supported by this service with this carrier.";

/** Throws a `Refusal` OPTION_NOT_ALLOWED where the carrier takes none. */
export function documentsOf({ documents }: CarrierAdapter, field: string[]): CarrierDocuments {
  return requireOffer(documents, takesNone, field);
}
