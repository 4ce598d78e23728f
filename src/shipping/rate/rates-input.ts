import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { DetailsInput } from "../shipment/details-input.js";

/** What callers give to compare prices: a draft, or the parts of a shipment. */
export interface RatesInput extends DetailsInput {
  shipmentId?: string | null;
  shippingMethodIds?: string[] | null;
  carrierAccountId?: string | null;
  /** Value of the order, which rules of methods look at; the rest of it is told by the parts. */
  orderAmount?: MonetaryAmountInput | null;
  tags?: string[] | null;
  channel?: string | null;
}
