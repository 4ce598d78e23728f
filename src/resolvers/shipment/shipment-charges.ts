import { Field, ObjectType } from "type-graphql";
import { InvoiceableBasis } from "../../entities/values/invoiceable-basis.js";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import type { Charges } from "../../shipping/shipment/charges.js";

@ObjectType({ description: "What a shipment costs, estimated and actual, over all purchases of its labels." })
export class ShipmentCharges implements Charges {
  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "Price of the accepted offer, after the price rules of its shipping method, also after its quote has expired; null: none was accepted, or the shipment was changed to something else since.",
  })
  estimated!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "What the carrier charged for all labels ever bought, voided ones included; null: not bought, not known yet, or in several currencies.",
  })
  purchased!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "The part of purchased that is voided, as far as the carrier itemised it; null: as purchased.",
  })
  voided!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "What the carrier charges for the labels in force, whoever pays: purchased less voided. Null: not bought, or not known yet.",
  })
  actual!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "The part of actual that the merchant's own accounts pay; null: as actual.",
  })
  paidByMerchant!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "The part of actual that the carrier bills to the recipient or a third party; null: as actual.",
  })
  paidByOthers!: MonetaryAmount | null;

  @Field(() => Boolean, {
    description: "Whether `actual` was rated afterwards, because the carrier's answer was lost.",
  })
  isActualEstimated!: boolean;

  @Field(() => Boolean, {
    description:
      "True if some packages are voided and the carrier does not itemise their share: `actual` is then an upper limit.",
  })
  hasUnknownVoidedCharges!: boolean;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "What the order is invoiced with, by the method's invoicing policy; invoiceableBasis says which cost it is. Null: not known yet, or the carrier charged in another currency than the price rules have.",
  })
  invoiceable!: MonetaryAmount | null;

  @Field(() => InvoiceableBasis, {
    nullable: true,
    description: "Which cost invoiceable is, and why it is zero; null: invoiceable is not known yet.",
  })
  invoiceableBasis!: InvoiceableBasis | null;
}
