import { Directive, Field, ObjectType } from "type-graphql";
import { staffOnly } from "./access.js";
import { MonetaryAmount } from "./monetary-amount.js";
import { ShippingPriceRoundingDirection } from "./price-rule-enums.js";
import { DecimalScalar } from "./scalars.js";
import type { StoredPriceRounding, StoredPriceRules } from "./stored-method-rules.js";

@Directive(staffOnly)
@ObjectType({
  description:
    "Price points that prices are rounded to: every whole multiple of the increment, from zero on, plus the ending.",
})
export class ShippingPriceRounding implements StoredPriceRounding {
  @Field(() => DecimalScalar, {
    description: "Distance from a price point to the next, in the currency of the price.",
  })
  increment!: string;

  @Field(() => DecimalScalar, {
    description: "What is added to each multiple; zero: the multiples themselves.",
  })
  ending!: string;

  @Field(() => ShippingPriceRoundingDirection, { description: "Which price point is chosen for a price in between." })
  direction!: ShippingPriceRoundingDirection;
}

@Directive(staffOnly)
@ObjectType({
  description:
    "How a shipping method makes the buyer's price of the carrier's, or of its own: margin percent, margin amount, handling, rounding, then free above an order amount.",
})
export class ShippingPriceRules implements StoredPriceRules {
  @Field(() => DecimalScalar, { description: "Margin on the price in percent; negative: a discount." })
  marginPercent!: string;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Amount added to the price after the percentage; negative: a discount; null: none.",
  })
  marginAmount!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Handling charge added to the price; null: none." })
  handlingAmount!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Order amount from which on the price is zero; null: never free.",
  })
  freeAbove!: MonetaryAmount | null;

  @Field(() => DecimalScalar, {
    description:
      "Part of the value of the goods, in percent, that is declared to the carrier for each package; the carrier's price then includes its charge. Zero: nothing is declared.",
  })
  insurancePercent!: string;

  @Field(() => ShippingPriceRounding, {
    nullable: true,
    description: "Price points that prices are rounded to; null: the smallest unit of the currency.",
  })
  rounding!: ShippingPriceRounding | null;
}
