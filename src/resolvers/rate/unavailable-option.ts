import { Field, ObjectType } from "type-graphql";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { describedEnum } from "../../entities/values/described-enum.js";
import type { UnavailableReason } from "../../shipping/rate/unavailable-option.js";
import { CarrierService } from "../carrier/carrier.js";

const UnavailableReasons = describedEnum("UnavailableReason", "Why a method or service has no price.", {
  LANE_NOT_SERVED: "The carrier does not offer the service on this lane, or for this shipment.",
  WEIGHT_LIMIT: "A package exceeds the weight limit.",
  ADDRESS_INVALID: "The carrier does not recognise one of the addresses.",
  ACCOUNT_NOT_READY: "The carrier account is archived, or the carrier rejects its credentials or account number.",
  OPTION_NOT_ALLOWED: "An option or the package type is not available with the service.",
  CARRIER_REJECTED: "The carrier refused for another reason: see the message.",
  CARRIER_UNAVAILABLE: "The carrier gave no usable answer. Try again later.",
} satisfies Record<UnavailableReason, string>);

@ObjectType("UnavailableOption", { description: "A shipping method or service that could not be rated." })
export class UnavailableOptionType {
  @Field(() => CarrierShippingMethod, {
    nullable: true,
    description: "The shipping method without a price; null: all services of an account were requested.",
  })
  shippingMethod!: CarrierShippingMethod | null;

  @Field(() => CarrierService, {
    nullable: true,
    description: "The method's service; null: all services, or not known.",
  })
  service!: CarrierService | null;

  @Field(() => UnavailableReasons, { description: "Why it has no price: decide on this." })
  reason!: UnavailableReason;

  @Field(() => String, { description: "Explanation in English for display; the wording may change." })
  message!: string;
}
