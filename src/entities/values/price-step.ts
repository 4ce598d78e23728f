import { Directive, Field, ObjectType } from "type-graphql";
import { readers } from "./access.js";
import { describedEnum } from "./described-enum.js";
import { MonetaryAmount } from "./monetary-amount.js";

export const PriceStepKind = describedEnum("PriceStepKind", "What a step of a price's calculation does.", {
  CARRIER_PRICE: "The carrier's total, taxes included: what the calculation starts with.",
  FIXED_PRICE: "The fixed price of the shipping method: what the calculation starts with.",
  RULE: "The price by the first rule of the shipping method that matches: what the calculation starts with.",
  INSURANCE:
    "A share of the goods' value is declared to the carrier, whose price includes what that costs: nothing is added.",
  MARGIN_PERCENT: "Margin in percent of what came before.",
  MARGIN_AMOUNT: "Fixed margin.",
  HANDLING: "Charge for handling.",
  NOT_BELOW_ZERO: "A price is never less than zero.",
  ROUNDING: "To a price point of the shipping method, else to the currency's smallest unit.",
  FREE_ABOVE: "Free, because the order reaches the amount from which on it is.",
  BUYERS_ACCOUNT: "Nothing to pay to the merchant, because the carrier bills the recipient or a third party.",
});
export type PriceStepKind = keyof typeof PriceStepKind;

@Directive(readers)
@ObjectType({ description: "One step of how a price came about. The changes of all steps add up to the price." })
export class PriceStep {
  @Field(() => PriceStepKind, { description: "What the step does." })
  kind!: PriceStepKind;

  @Field(() => MonetaryAmount, {
    description:
      "What the step adds, negative for what it takes off; exact, so that it can have more decimals than the currency.",
  })
  change!: MonetaryAmount;

  @Field(() => MonetaryAmount, { description: "The sum of this step and all before it; of the last step, the price." })
  total!: MonetaryAmount;

  @Field(() => String, { description: "Explanation in English for display; the wording may change." })
  text!: string;
}
