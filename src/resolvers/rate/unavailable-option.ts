import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { UnavailableReason } from "../../shipping/rate/unavailable-option.js";
import { CarrierService } from "../carrier/carrier.js";

const reasons: Record<UnavailableReason, string> = {
  LANE_NOT_SERVED: "The carrier does not offer the service between these places, or for this shipment.",
  WEIGHT_LIMIT: "A package is too heavy.",
  ADDRESS_INVALID: "The carrier does not know one of the addresses.",
  ACCOUNT_NOT_READY: "The carrier account is archived, or the carrier refuses its credentials or its number.",
  OPTION_NOT_ALLOWED: "An option or the packaging does not go with the service.",
  CARRIER_REJECTED: "The carrier refused for another reason; the message says which.",
  CARRIER_UNAVAILABLE: "The carrier gave no usable answer. Try again later.",
};

const UnavailableReasons = Object.fromEntries(Object.keys(reasons).map((reason) => [reason, reason])) as {
  [K in UnavailableReason]: K;
};

registerEnumType(UnavailableReasons, {
  name: "UnavailableReason",
  description: "Why something has no price.",
  valuesConfig: Object.fromEntries(
    Object.entries(reasons).map(([reason, description]) => [reason, { description }]),
  ) as never,
});

@ObjectType("UnavailableOption", { description: "What could not be priced, beside what could." })
export class UnavailableOptionType {
  @Field(() => CarrierShippingMethod, {
    nullable: true,
    description: "The method without a price; null: all services of an account were asked for.",
  })
  shippingMethod!: CarrierShippingMethod | null;

  @Field(() => CarrierService, {
    nullable: true,
    description: "The service of the method; null: all services, or unknown.",
  })
  service!: CarrierService | null;

  @Field(() => UnavailableReasons, { description: "Why; decide on this." })
  reason!: UnavailableReason;

  @Field(() => String, { description: "For people; the wording may change." })
  message!: string;
}
