import { Field, ObjectType } from "type-graphql";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { CollectOnDeliveryFunds } from "../../entities/values/option-enums.js";
import { CarrierServiceOptionCode, ServiceOptionLevel } from "../../entities/values/service-option-enums.js";
import { ShippingUserError } from "../../entities/values/user-error.js";

@ObjectType({ description: "An extra of the carrier's, and whether the lane has it." })
export class CarrierServiceOption {
  @Field(() => CarrierServiceOptionCode, { description: "Which." })
  code!: CarrierServiceOptionCode;

  @Field(() => Boolean, {
    description: "Whether it can be asked for; where not, asking is refused before the carrier is asked.",
  })
  isAvailable!: boolean;

  @Field(() => String, { nullable: true, description: "Why not, for people; null: it is available." })
  reason!: string | null;

  @Field(() => ServiceOptionLevel, {
    nullable: true,
    description: "What it applies to; null: it is not available, or is not asked for when shipping.",
  })
  level!: ServiceOptionLevel | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Least amount of one package; null: none known." })
  minimum!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Greatest amount of one package; null: none known." })
  maximum!: MonetaryAmount | null;

  @Field(() => [String], { description: "ISO 4217 codes that amounts may be in; empty: any, or it has no amount." })
  currencyCodes!: string[];

  @Field(() => [CollectOnDeliveryFunds], { description: "Of COLLECT_ON_DELIVERY: what the driver takes." })
  funds!: CollectOnDeliveryFunds[];

  @Field(() => String, { nullable: true, description: "What else must hold, for people; null: nothing." })
  note!: string | null;
}

@ObjectType({ description: "Every extra of a carrier on a lane." })
export class CarrierServiceOptionsPayload {
  @Field(() => [CarrierServiceOption], { description: "Each once, available or not." })
  options!: CarrierServiceOption[];

  @Field(() => [ShippingUserError], { description: "What is wrong with the input." })
  userErrors!: ShippingUserError[];
}
