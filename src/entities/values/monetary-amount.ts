import { Field, InputType, ObjectType } from "type-graphql";
import { DecimalScalar } from "./scalars.js";

@ObjectType({ description: "An exact amount of money." })
export class MonetaryAmount {
  @Field(() => DecimalScalar, { description: "The amount as decimal text, in the currency's main unit." })
  amount!: string;

  @Field(() => String, { description: "ISO 4217 code, for example USD." })
  currencyCode!: string;
}

@InputType({ description: "An exact amount of money." })
export class MonetaryAmountInput {
  @Field(() => DecimalScalar, { description: "The amount as decimal text, in the currency's main unit." })
  amount!: string;

  @Field(() => String, { description: "ISO 4217 code, for example USD." })
  currencyCode!: string;
}

/** The two columns of an amount as one value; null when either is missing. */
export function monetaryAmount(amount: string | null, currencyCode: string | null): MonetaryAmount | null {
  return amount === null || currencyCode === null ? null : { amount, currencyCode };
}
