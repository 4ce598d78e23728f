import { Field, ObjectType } from "type-graphql";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";

@ObjectType({ description: "What a shipment costs, estimated and actual." })
export class ShipmentCharges {
  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Price of the offer it was made from; null: none was chosen.",
  })
  estimated!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "What the carrier charged for the latest labels; null: not bought, or not known yet.",
  })
  actual!: MonetaryAmount | null;

  @Field(() => Boolean, {
    description: "True when `actual` was rated afterwards because the carrier's answer was lost.",
  })
  isActualEstimated!: boolean;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "What the order is invoiced with, by the method's invoicing policy: zero where the recipient or a third party pays the carrier; null: not known yet.",
  })
  invoiceable!: MonetaryAmount | null;
}
