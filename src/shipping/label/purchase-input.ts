import type { LabelFormat } from "../../entities/values/enums.js";
import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { DraftInput } from "../shipment/draft-input.js";

/** What callers give to buy labels: a draft by id, or the shipment itself. */
export interface PurchaseInput {
  idempotencyKey: string;
  shipmentId?: string | null;
  shipment?: DraftInput | null;
  rateQuoteId?: string | null;
  service?: string | null;
  maxTotalPrice?: MonetaryAmountInput | null;
  labelFormat?: keyof typeof LabelFormat | null;
}

/** The purchase and where it stands; what is refused before anything is claimed leaves no purchase. */
export interface PurchaseAnswer {
  purchaseId: string;
}
