import { Field, ID, InputType } from "type-graphql";
import { LabelFormat } from "../../entities/values/enums.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { PurchaseInput } from "../../shipping/purchase/purchase-input.js";
import type { ResolveInput } from "../../shipping/reconcile/resolve-purchase.js";
import type { VoidInput } from "../../shipping/void/void-shipment.js";
import { CreateShipmentInput } from "../shipment/draft-inputs.js";
import { PurchaseDecisionKind } from "./purchase-decision-kind.js";

@InputType({ description: "What to buy: a draft by its id, or the shipment itself." })
export class PurchaseLabelInput implements PurchaseInput {
  @Field(() => String, {
    description:
      "A key of your own, one per intent to buy, at most 255 characters. The same key and input never buy twice.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: "A draft, or a shipment whose labels are voided." })
  shipmentId?: string | null;

  @Field(() => CreateShipmentInput, {
    nullable: true,
    description: "The shipment itself: made and bought in one call.",
  })
  shipment?: CreateShipmentInput | null;

  @Field(() => ID, { nullable: true, description: "Buy this offer. Default: the one the draft was made from." })
  rateQuoteId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Buy this service, by our code, for example UPS_GROUND. Default: the quote's, the draft's or the method's.",
  })
  service?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Refuse with PRICE_CHANGED when the carrier now asks more, whoever pays it. Costs one question to the carrier.",
  })
  maxTotalPrice?: MonetaryAmountInput | null;

  @Field(() => LabelFormat, { nullable: true, description: "Default: the shipping method's, else PDF." })
  labelFormat?: LabelFormat | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Uploaded documents that go with it across a border, at most 13, all of the account it is bought with.",
  })
  documentIds?: string[] | null;
}

@InputType({ description: "Which labels to void: the shipment by its id, or by the key it was bought with." })
export class VoidShipmentInput implements VoidInput {
  @Field(() => ID, { nullable: true, description: "The shipment." })
  shipmentId?: string | null;

  @Field(() => String, { nullable: true, description: "The key of the purchase, instead of the shipment's id." })
  idempotencyKey?: string | null;

  @Field(() => [ID], { nullable: true, description: "Chosen packages, at least one; absent: all of them." })
  packageIds?: string[] | null;
}

@InputType({ description: "An operator's decision on a purchase whose outcome is unknown." })
export class ResolvePurchaseInput implements ResolveInput {
  @Field(() => ID, { description: "The purchase: see stuckPurchases." })
  purchaseId!: string;

  @Field(() => PurchaseDecisionKind, { description: "What to do." })
  decision!: PurchaseDecisionKind;

  @Field(() => String, { nullable: true, description: "For ADOPT: a tracking number of the booking." })
  trackingNumber?: string | null;

  @Field(() => String, { nullable: true, description: "Why, for the audit trail." })
  reason?: string | null;
}
