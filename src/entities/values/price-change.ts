import { Directive, Field, ObjectType } from "type-graphql";
import { staffOnly } from "./access.js";
import { MonetaryAmount } from "./monetary-amount.js";

@Directive(staffOnly)
@ObjectType({
  description: "The carrier's price of an offer, and what it asks since. Totals with taxes, whoever pays.",
})
export class PriceChange {
  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Price of the accepted offer; null: no offer was accepted, only a limit was given.",
  })
  was!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { description: "What the carrier asks now; of a purchase, what it charged." })
  now!: MonetaryAmount;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "now less was, negative when it became cheaper; null: there is no offer, or it is in another currency.",
  })
  difference!: MonetaryAmount | null;
}
