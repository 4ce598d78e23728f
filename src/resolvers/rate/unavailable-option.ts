import { Field, ObjectType } from "type-graphql";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { describedEnum } from "../../entities/values/described-enum.js";
import type { UnavailableReason } from "../../shipping/rate/unavailable-option.js";
import { CarrierService } from "../carrier/carrier.js";

const UnavailableReasons = describedEnum("UnavailableReason", "Why a method or service is not offered.", {
  LANE_NOT_SERVED: "The service is not available on this lane, or for this shipment.",
  SERVICE_NOT_SUPPORTED: "The carrier may sell the service, but labels of it cannot be bought here.",
  METHOD_REQUIRED: "The service has isRatedByName: it is offered only where a shipping method has it.",
  WEIGHT_LIMIT: "A package is heavier than the service allows.",
  SIZE_LIMIT: "A package is larger than the service allows.",
  ADDRESS_INVALID: "One of the addresses is not valid for the service, or the carrier does not recognise it.",
  INCOMPLETE: "The service requires something that is missing, for example a phone number: see the message.",
  ACCOUNT_NOT_READY: "The carrier account is archived, or the carrier rejects its credentials or account number.",
  OPTION_NOT_ALLOWED: "An option, the package type or the number of packages is not allowed with the service.",
  NO_PRICE: "The carrier gave no price: it answered zero, a negative amount, or a price that cannot be read.",
  CURRENCY_MISMATCH:
    "An amount of the method, or the order's, is in another currency than the price: nothing is converted.",
  ORDER_AMOUNT_REQUIRED: "The price rules of the method look at the order's amount: give orderAmount.",
  NO_RULE_MATCHES: "None of the price rules of the method matches.",
  FACT_MISSING: "The price rules of the method look at something that is not known of the order: see the message.",
  CARRIER_REJECTED: "The carrier refused for another reason: see the message.",
  CARRIER_UNAVAILABLE: "The carrier gave no usable answer. Try again later.",
} satisfies Record<UnavailableReason, string>);

@ObjectType("UnavailableOption", {
  description: "A shipping method or service without an offer: it could not be rated, or not be bought.",
})
export class UnavailableOptionType {
  @Field(() => CarrierShippingMethod, {
    nullable: true,
    description: "The shipping method without an offer; null: all services of an account were requested.",
  })
  shippingMethod!: CarrierShippingMethod | null;

  @Field(() => CarrierService, {
    nullable: true,
    description: "The service; null: all services, or not known.",
  })
  service!: CarrierService | null;

  @Field(() => UnavailableReasons, { description: "Why it is not offered: decide on this." })
  reason!: UnavailableReason;

  @Field(() => String, { description: "Explanation in English for display; the wording may change." })
  message!: string;
}
