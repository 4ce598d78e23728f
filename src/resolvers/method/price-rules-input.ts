import { Field, InputType } from "type-graphql";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { ShippingPriceRoundingDirection } from "../../entities/values/price-rule-enums.js";
import { DecimalScalar } from "../../entities/values/scalars.js";
import {
  insuranceBounds,
  marginBounds,
  type PriceRulesInput,
  type RoundingInput,
} from "../../shipping/method/price-rules.js";
import { nullRule } from "../cleared-fields.js";

@InputType({
  description:
    "Price points that prices are rounded to: every whole multiple of the increment, from zero on, plus the ending.",
})
export class ShippingPriceRoundingInput implements RoundingInput {
  @Field(() => DecimalScalar, {
    description: "Distance from a price point to the next, in the currency of the price; greater than zero.",
  })
  increment!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What is added to each multiple, less than the increment. Default: zero.",
  })
  ending?: string | null;

  @Field(() => ShippingPriceRoundingDirection, { description: "Which price point is chosen for a price in between." })
  direction!: ShippingPriceRoundingDirection;
}

@InputType({
  description: `How the buyer's price is made; all amounts of a method are in one currency. In changes: ${nullRule("the amounts and the rounding")} A new method takes null for absent.`,
})
export class ShippingPriceRulesInput implements PriceRulesInput {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: `Margin on the price in percent, ${marginBounds.least} to ${marginBounds.most}; negative: a discount. Default: zero.`,
  })
  marginPercent?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Amount added to the price after the percentage; negative: a discount. Default: none.",
  })
  marginAmount?: MonetaryAmountInput | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Handling charge added to the price, zero or more. Default: none.",
  })
  handlingAmount?: MonetaryAmountInput | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Order amount from which on the price is zero. Default: never free.",
  })
  freeAbove?: MonetaryAmountInput | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: `Part of the value of the goods, in percent, that is declared to the carrier for each package, ${insuranceBounds.least} to ${insuranceBounds.most}; the carrier's price then includes its charge. Default: zero.`,
  })
  insurancePercent?: string | null;

  @Field(() => ShippingPriceRoundingInput, {
    nullable: true,
    description: "Price points that prices are rounded to; replaced as a whole. Default: the currency's smallest unit.",
  })
  rounding?: ShippingPriceRoundingInput | null;
}
