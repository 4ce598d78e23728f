import type { Shipment } from "../../entities/shipment.js";
import type { DraftInput } from "./draft-input.js";
import { keptTags } from "./tags.js";

/** Changes to a stored shipment: a new method or account brings its own service; otherwise what is stored stays, but for what null clears. */
export function withStoredSources(shipment: Shipment, changes: DraftInput): DraftInput {
  if (changes.rateQuoteId ?? changes.shippingMethodId ?? changes.carrierAccountId) return changes;
  return {
    ...changes,
    shippingMethodId: changes.shippingMethodId === null ? null : shipment.shippingMethodId,
    carrierAccountId: shipment.accountId,
    service: changes.service === undefined ? shipment.serviceCode : changes.service,
  };
}

/** What is stored of the caller's own texts and tags, with the changes; null clears. */
export function ownTexts(shipment: Shipment, { orderId, reference, tags }: DraftInput) {
  return {
    orderId: orderId === undefined ? shipment.orderId : orderId?.trim() || null,
    reference: reference === undefined ? shipment.reference : reference?.trim() || null,
    tags: tags === undefined ? shipment.tags : keptTags(tags),
  };
}
