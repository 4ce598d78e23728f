import { Field, ObjectType } from "type-graphql";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";

@ObjectType({ description: "Charges of a shipment: estimated, actual and invoiceable." })
export class ShipmentCharges {
  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Price of the rate quote the shipment was made from; null: none was chosen.",
  })
  estimated!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "The carrier's charge for the latest labels; null: not bought, or not known yet.",
  })
  actual!: MonetaryAmount | null;

  @Field(() => Boolean, {
    description: "Whether `actual` was rated afterwards, because the carrier's answer was lost.",
  })
  isActualEstimated!: boolean;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "Amount to invoice the order, by the method's invoicing policy; zero when the recipient or a third party pays the carrier; null: not known yet.",
  })
  invoiceable!: MonetaryAmount | null;
}
