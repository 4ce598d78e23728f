import { Field, InputType } from "type-graphql";
import { PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { ShippingPriceOperator, ShippingPriceVariable } from "../../entities/values/price-rule-enums.js";
import { DecimalScalar } from "../../entities/values/scalars.js";
import type { StoredRuleCondition, StoredRuleDestination } from "../../entities/values/stored-method-rules.js";
import type { InputOf } from "../../shipping/input-of.js";
import { mostConditions } from "../../shipping/method/check-price-rule.js";
import {
  type FixedPriceInput,
  mostRules,
  type PriceRuleInput,
  type RulesInput,
} from "../../shipping/method/own-price.js";
import { destinationInputText, PostalRangeInput } from "./destination-input.js";

@InputType({ description: "Configuration of a shipping method with a fixed price." })
export class FixedPriceConfigurationInput implements FixedPriceInput {
  @Field(() => MonetaryAmountInput, { description: "Price before the price rules of the method; zero or more." })
  price!: MonetaryAmountInput;
}

@InputType({ description: "A condition of a price rule." })
export class ShippingPriceConditionInput implements StoredRuleCondition {
  @Field(() => ShippingPriceVariable, { description: "What of the order is compared." })
  variable!: ShippingPriceVariable;

  @Field(() => ShippingPriceOperator, { description: "How the variable is compared with the value." })
  operator!: ShippingPriceOperator;

  @Field(() => DecimalScalar, {
    description: "Value to compare with, in the units and the currency of the rules; zero or more.",
  })
  value!: string;
}

@InputType({ description: "Destinations of a price rule; all conditions must hold." })
export class ShippingPriceDestinationInput implements InputOf<StoredRuleDestination> {
  @Field(() => [String], { nullable: true, description: destinationInputText.countries })
  countries?: string[] | null;

  @Field(() => [String], { nullable: true, description: destinationInputText.regions })
  regions?: string[] | null;

  @Field(() => [String], { nullable: true, description: destinationInputText.postalPrefixes })
  postalPrefixes?: string[] | null;

  @Field(() => [PostalRangeInput], { nullable: true, description: destinationInputText.postalRanges })
  postalRanges?: PostalRangeInput[] | null;
}

@InputType({
  description: "A price rule: where all its conditions hold, the price is base + factor x the factor's variable.",
})
export class ShippingPriceRuleInput implements PriceRuleInput {
  @Field(() => [ShippingPriceConditionInput], {
    nullable: true,
    description: `Conditions on the order, which must all hold; at most ${mostConditions}. Default: none.`,
  })
  conditions?: ShippingPriceConditionInput[] | null;

  @Field(() => ShippingPriceDestinationInput, {
    nullable: true,
    description: "Destinations that the rule is for. Default: any.",
  })
  destination?: ShippingPriceDestinationInput | null;

  @Field(() => DecimalScalar, { description: "Base price, in the currency of the rules; zero or more." })
  base!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Price of each unit of the variable; zero or more. Default: zero, the base price alone.",
  })
  factor?: string | null;

  @Field(() => ShippingPriceVariable, {
    nullable: true,
    description: "What the factor is multiplied by. Required with a factor, and refused without one.",
  })
  factorVariable?: ShippingPriceVariable | null;
}

@InputType({ description: "Configuration of a shipping method with prices by rules, all in one currency." })
export class RulesConfigurationInput implements RulesInput {
  @Field(() => String, { description: "Currency of all amounts in the rules, ISO 4217." })
  currencyCode!: string;

  @Field(() => PackageWeightUnit, { description: "Unit of weights in the rules." })
  weightUnit!: PackageWeightUnit;

  @Field(() => PackageDimensionUnit, {
    description: "Unit whose cube volumes in the rules count: cubic inches or cubic centimetres.",
  })
  dimensionUnit!: PackageDimensionUnit;

  @Field(() => [ShippingPriceRuleInput], {
    description: `Rules in their order, 1 to ${mostRules}: the first that matches gives the price.`,
  })
  rules!: ShippingPriceRuleInput[];
}
