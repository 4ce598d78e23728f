import { Field, ObjectType } from "type-graphql";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { CollectOnDeliveryFunds } from "../../entities/values/option-enums.js";
import { CarrierServiceOptionCode, ServiceOptionLevel } from "../../entities/values/service-option-enums.js";
import { ShippingUserError } from "../../entities/values/user-error.js";

@ObjectType({ description: "An extra service of the carrier, and whether it is available on the lane." })
export class CarrierServiceOption {
  @Field(() => CarrierServiceOptionCode, { description: "The extra service, with the input field that requests it." })
  code!: CarrierServiceOptionCode;

  @Field(() => Boolean, {
    description: "Whether it can be requested; if not, a request is refused before the carrier is called.",
  })
  isAvailable!: boolean;

  @Field(() => String, { nullable: true, description: "Why it is not available, for display; null: it is available." })
  reason!: string | null;

  @Field(() => ServiceOptionLevel, {
    nullable: true,
    description: "Whether it applies per package or per shipment; null: not available, or not requested when shipping.",
  })
  level!: ServiceOptionLevel | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Minimum amount per package; null: none known." })
  minimum!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Maximum amount per package; null: none known." })
  maximum!: MonetaryAmount | null;

  @Field(() => [String], {
    description: "Currencies allowed for amounts, ISO 4217; empty: any, or the option has no amount.",
  })
  currencyCodes!: string[];

  @Field(() => [CollectOnDeliveryFunds], {
    description: "For COLLECT_ON_DELIVERY: payments accepted by the driver; empty for other options.",
  })
  funds!: CollectOnDeliveryFunds[];

  @Field(() => String, { nullable: true, description: "Further conditions, for display; null: none." })
  note!: string | null;
}

@ObjectType({ description: "The carrier's extra services on a lane, or the errors in the input." })
export class CarrierServiceOptionsPayload {
  @Field(() => [CarrierServiceOption], {
    description: "All extra services of the carrier, each once, available or not.",
  })
  options!: CarrierServiceOption[];

  @Field(() => [ShippingUserError], { description: "Errors in the input; empty on success." })
  userErrors!: ShippingUserError[];
}
