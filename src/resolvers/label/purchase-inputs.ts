import { Field, ID, InputType } from "type-graphql";
import { VoidReason } from "../../entities/values/enums.js";
import { LabelFormat } from "../../entities/values/label-enums.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { PurchaseInput } from "../../shipping/purchase/purchase-input.js";
import type { ResolveInput } from "../../shipping/reconcile/resolve-purchase.js";
import type { VoidInput } from "../../shipping/void/void-shipment.js";
import { ShipmentInput } from "../shipment/draft-inputs.js";
import { PurchaseDecisionKind } from "./purchase-decision-kind.js";

@InputType({ description: "What to buy labels for: a draft by its id, or a new shipment. Null is the same as absent." })
export class PurchaseLabelInput implements PurchaseInput {
  @Field(() => String, {
    description:
      "Your idempotency key, one per intended purchase, at most 255 characters. The same key and input never buy twice.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: "Id of a draft, or of a shipment whose labels are voided." })
  shipmentId?: string | null;

  @Field(() => ShipmentInput, {
    nullable: true,
    description: "A new shipment, created and bought in one call, instead of `shipmentId`.",
  })
  shipment?: ShipmentInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Rate quote to buy. Default: the one the draft was made from, also after it has expired. Refused with PRICE_CHANGED if the carrier now charges more.",
  })
  rateQuoteId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Service code to buy, for example UPS_GROUND. Default: the quote's, the draft's or the method's.",
  })
  service?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Refuse with PRICE_CHANGED if the carrier now charges more than this, whoever pays; without it, what the carrier asked for the rate quote is the limit, never the buyer's price. Needs one extra rate request to the carrier.",
  })
  maxTotalPrice?: MonetaryAmountInput | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "How much more than for the rate quote the carrier may charge; with maxTotalPrice the lower limit counts. Without both, any rise is refused with PRICE_CHANGED. Only with a rate quote whose price is the carrier's through rules: where it is the shipping method's own, no carrier was asked, and only maxTotalPrice and the spend limits bound the purchase.",
  })
  maxPriceIncrease?: MonetaryAmountInput | null;

  @Field(() => LabelFormat, {
    nullable: true,
    description: "Label file format. Default: the shipping method's, else PDF.",
  })
  labelFormat?: LabelFormat | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Ids of uploaded customs documents to send with the shipment, at most 13, all stored with the carrier account that buys.",
  })
  documentIds?: string[] | null;
}

@InputType({
  description: "Which labels to void: those of a shipment, found by its id or by the purchase's idempotency key.",
})
export class VoidShipmentInput implements VoidInput {
  @Field(() => ID, { nullable: true, description: "Id of the shipment, prefix `shp_`." })
  shipmentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Idempotency key of the purchase, instead of the shipment's id.",
  })
  idempotencyKey?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Ids of the packages to void, at least one; absent: all packages; null is refused with INVALID.",
  })
  packageIds?: string[] | null;

  @Field(() => VoidReason, {
    nullable: true,
    description:
      "Reason for voiding. WRONG_ADDRESS prevents buying again for that address. Can be given or corrected by voiding again. Absent: unchanged; null is refused with INVALID.",
  })
  reason?: VoidReason | null;
}

@InputType({ description: "A purchase whose outcome is unknown, and an operator's decision on it." })
export class ResolvePurchaseInput implements ResolveInput {
  @Field(() => ID, { description: "Id of the purchase: see stuckPurchases." })
  purchaseId!: string;

  @Field(() => PurchaseDecisionKind, { description: "How to settle the purchase." })
  decision!: PurchaseDecisionKind;

  @Field(() => String, {
    nullable: true,
    description: "A tracking number of the carrier's booking; required for ADOPT, and used with nothing else.",
  })
  trackingNumber?: string | null;

  @Field(() => String, { nullable: true, description: "Reason for the decision, kept in the audit trail; optional." })
  reason?: string | null;
}
