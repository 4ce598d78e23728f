import { Field, ObjectType } from "type-graphql";
import { MonetaryAmount } from "./monetary-amount.js";
import { RateChargeKind } from "./rate-enums.js";

@ObjectType({ description: "One itemised charge in a carrier's price." })
export class RateCharge {
  @Field(() => String, {
    nullable: true,
    description: "The carrier's own code of the charge; null: the base charge, or a tax.",
  })
  carrierChargeCode!: string | null;

  @Field(() => RateChargeKind, { description: "Category of the charge." })
  kind!: RateChargeKind;

  @Field(() => String, { description: "Name of the charge, for display." })
  name!: string;

  @Field(() => MonetaryAmount, { description: "Amount of the charge; negative for a discount." })
  amount!: MonetaryAmount;
}
