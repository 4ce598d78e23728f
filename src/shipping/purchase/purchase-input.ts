import type { LabelFormat } from "../../entities/values/enums.js";
import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { DraftInput } from "../shipment/draft-input.js";
import type { ReturnInput } from "../shipment/return-input.js";

/** What callers give to buy labels: a draft by id, or the shipment itself. */
export interface PurchaseInput {
  idempotencyKey: string;
  shipmentId?: string | null;
  shipment?: DraftInput | null;
  rateQuoteId?: string | null;
  service?: string | null;
  maxTotalPrice?: MonetaryAmountInput | null;
  labelFormat?: LabelFormat | null;
  documentIds?: string[] | null;
  /** Goods come back; absent: they go out. */
  return?: ReturnInput | null;
}
