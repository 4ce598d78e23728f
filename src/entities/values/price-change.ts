import { Directive, Field, ObjectType } from "type-graphql";
import { staffOnly } from "./access.js";
import { MonetaryAmount } from "./monetary-amount.js";

@Directive(staffOnly)
@ObjectType({
  description: "The carrier's price of an offer, and its price since. Totals including taxes, whoever pays.",
})
export class PriceChange {
  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Price of the accepted offer; null: no offer was accepted, only a limit was given.",
  })
  was!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { description: "The carrier's price now; for a purchase, what it charged." })
  now!: MonetaryAmount;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "`now` minus `was`, negative if it became cheaper; null: no offer, or an offer in another currency.",
  })
  difference!: MonetaryAmount | null;
}
