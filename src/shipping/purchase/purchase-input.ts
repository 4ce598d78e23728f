import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { LabelFormat } from "../../entities/values/enums.js";
import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { Result } from "../result.js";
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

/** `purchaseLabel`, for what buys by it and is itself part of it. */
export type Buy = (deps: ShippingDeps, actor: Actor, input: PurchaseInput) => Promise<Result<LabelPurchase>>;

/** The purchase and where it stands; what is refused before anything is claimed leaves no purchase. */
export interface PurchaseAnswer {
  purchaseId: string;
}
