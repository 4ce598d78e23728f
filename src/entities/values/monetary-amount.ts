import { Field, InputType, ObjectType } from "type-graphql";
import { DecimalScalar } from "./scalars.js";

@ObjectType({ description: "An exact amount of money with its currency." })
export class MonetaryAmount {
  @Field(() => DecimalScalar, { description: "Decimal text in the currency's main unit, for example dollars." })
  amount!: string;

  @Field(() => String, { description: "Currency code, ISO 4217, for example USD." })
  currencyCode!: string;
}

@InputType({ description: "An exact amount of money with its currency." })
export class MonetaryAmountInput {
  @Field(() => DecimalScalar, { description: "Decimal text in the currency's main unit, for example dollars." })
  amount!: string;

  @Field(() => String, { description: "Currency code, ISO 4217, for example USD." })
  currencyCode!: string;
}

/** The two columns of an amount as one value; null when either is missing. */
export function monetaryAmount(amount: string | null, currencyCode: string | null): MonetaryAmount | null {
  return amount === null || currencyCode === null ? null : { amount, currencyCode };
}
