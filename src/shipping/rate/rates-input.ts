import type { DetailsInput } from "../shipment/details-input.js";

/** What callers give to compare prices: a draft, or the parts of a shipment. */
export interface RatesInput extends DetailsInput {
  shipmentId?: string | null;
  shippingMethodIds?: string[] | null;
  carrierAccountId?: string | null;
}
