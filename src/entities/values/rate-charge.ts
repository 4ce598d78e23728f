import { Field, ObjectType } from "type-graphql";
import { MonetaryAmount } from "./monetary-amount.js";
import { RateChargeKind } from "./rate-enums.js";

@ObjectType({ description: "One part of a carrier's price." })
export class RateCharge {
  @Field(() => String, {
    nullable: true,
    description: "The carrier's number of the charge; null for the service itself and for taxes.",
  })
  carrierChargeCode!: string | null;

  @Field(() => RateChargeKind, { description: "What it is for." })
  kind!: RateChargeKind;

  @Field(() => String, { description: "The charge in words." })
  name!: string;

  @Field(() => MonetaryAmount, { description: "How much; negative for a discount." })
  amount!: MonetaryAmount;
}
