import { Directive, Field, ObjectType } from "type-graphql";
import { staffOnly } from "./access.js";
import { DestinationFields } from "./availability.js";
import { PackageDimensionUnit, PackageWeightUnit } from "./enums.js";
import { MonetaryAmount } from "./monetary-amount.js";
import { ShippingPriceOperator, ShippingPriceVariable } from "./price-rule-enums.js";
import { DecimalScalar } from "./scalars.js";
import type { StoredFixedPrice, StoredPriceRule, StoredRuleCondition, StoredRules } from "./stored-method-rules.js";

@Directive(staffOnly)
@ObjectType({ description: "Configuration of a shipping method with a fixed price." })
export class FixedPriceConfiguration implements StoredFixedPrice {
  provider!: "FIXED";

  @Field(() => MonetaryAmount, { description: "Price before the price rules of the method." })
  price!: MonetaryAmount;
}

@Directive(staffOnly)
@ObjectType({ description: "A condition of a price rule." })
export class ShippingPriceCondition implements StoredRuleCondition {
  @Field(() => ShippingPriceVariable, { description: "What of the order is compared." })
  variable!: ShippingPriceVariable;

  @Field(() => ShippingPriceOperator, { description: "How the variable is compared with the value." })
  operator!: ShippingPriceOperator;

  @Field(() => DecimalScalar, { description: "Value to compare with, in the units and the currency of the rules." })
  value!: string;
}

@Directive(staffOnly)
@ObjectType({ description: "Destinations of a price rule; an empty list is no condition." })
export class ShippingPriceDestination extends DestinationFields {}

@Directive(staffOnly)
@ObjectType({
  description: "A price rule: where all its conditions hold, the price is base + factor x the factor's variable.",
})
export class ShippingPriceRule implements StoredPriceRule {
  @Field(() => [ShippingPriceCondition], { description: "Conditions on the order, which must all hold." })
  conditions!: ShippingPriceCondition[];

  @Field(() => ShippingPriceDestination, { description: "Destinations that the rule is for." })
  destination!: ShippingPriceDestination;

  @Field(() => DecimalScalar, { description: "Base price, in the currency of the rules." })
  base!: string;

  @Field(() => DecimalScalar, { description: "Price of each unit of the variable; zero: the base price alone." })
  factor!: string;

  @Field(() => ShippingPriceVariable, {
    nullable: true,
    description: "What the factor is multiplied by; null: the factor is zero.",
  })
  factorVariable!: ShippingPriceVariable | null;
}

@Directive(staffOnly)
@ObjectType({ description: "Configuration of a shipping method with prices by rules." })
export class RulesConfiguration implements StoredRules {
  provider!: "RULES";

  @Field(() => String, { description: "Currency of all amounts in the rules, ISO 4217." })
  currencyCode!: string;

  @Field(() => PackageWeightUnit, { description: "Unit of weights in the rules." })
  weightUnit!: PackageWeightUnit;

  @Field(() => PackageDimensionUnit, {
    description: "Unit whose cube volumes in the rules count: cubic inches or cubic centimetres.",
  })
  dimensionUnit!: PackageDimensionUnit;

  @Field(() => [ShippingPriceRule], { description: "Rules in their order: the first that matches gives the price." })
  rules!: ShippingPriceRule[];
}
