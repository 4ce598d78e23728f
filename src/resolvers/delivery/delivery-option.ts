import { Directive, Field, ID, ObjectType } from "type-graphql";
import { RateQuote } from "../../entities/rate-quote.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { describedEnum } from "../../entities/values/described-enum.js";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { DeliveryOption as DeliveryOptionValues } from "../../shipping/delivery/delivery-option.js";
import type { BuyersReason, UndeliverableMethod } from "../../shipping/delivery/tell-buyers.js";
import { CarrierService } from "../carrier/carrier.js";

const BuyersReasons = describedEnum("DeliveryUnavailableReason", "Why a buyer is not offered a way of delivery.", {
  DESTINATION_NOT_SERVED: "Nothing is delivered there this way.",
  ADDRESS_INCOMPLETE: "The address lacks a part that decides it, such as the state or the postal code.",
  ADDRESS_INVALID: "The address is not valid for this way of delivery.",
  WEIGHT_LIMIT: "The order is heavier than this way of delivery takes.",
  SIZE_LIMIT: "The order is larger than this way of delivery takes.",
  GOODS_NOT_ALLOWED: "This way of delivery is not for these goods.",
  CURRENCY_MISMATCH: "The order is in another currency than the price.",
  NOT_TODAY: "No orders are shipped today.",
  CARRIER_UNAVAILABLE: "There is no price at the moment. Ask again later.",
  NOT_AVAILABLE: "It is not available for this order.",
} satisfies Record<BuyersReason, string>);

@Directive(buyersAndReaders)
@ObjectType({ description: "A way of delivery that a buyer can choose, with its price." })
export class DeliveryOption implements DeliveryOptionValues {
  @Field(() => ID, { description: "Id of the option: that of its rate quote." })
  id!: string;

  @Field(() => String, {
    description: "Name of the shipping method, with that of the service where the method is for all of them.",
  })
  name!: string;

  @Field(() => MonetaryAmount, { description: "What the buyer pays for the delivery." })
  price!: MonetaryAmount;

  @Field(() => Boolean, { description: "Whether the delivery costs the buyer nothing." })
  isFree!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether no other option is cheaper; of several such, the first. False for all where prices are in several currencies.",
  })
  isCheapest!: boolean;

  @Field(() => Boolean, {
    description: "Whether no other option is promised earlier; of several such, the first. False without a promise.",
  })
  isFastest!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day on which it may arrive; null: no day is promised.",
  })
  promisedDate!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last such day, the same as promisedDate where one day is promised; null: no day is promised.",
  })
  promisedLatestDate!: string | null;

  @Field(() => Boolean, { description: "Whether the buyer fetches it at the access point that was named." })
  isAccessPoint!: boolean;

  @Field(() => CarrierService, {
    nullable: true,
    description: "The carrier's service; null: the price is of no carrier.",
  })
  service!: CarrierService | null;

  @Field(() => RateQuote, { description: "The offer. Its id is what the shop hands on to purchaseLabel." })
  rateQuote!: RateQuote;
}

@Directive(buyersAndReaders)
@ObjectType({ description: "A way of delivery that this order cannot have, for display." })
export class UnavailableDelivery implements UndeliverableMethod {
  @Field(() => String, { description: "Name of the shipping method." })
  name!: string;

  @Field(() => BuyersReasons, { description: "Why it is not offered: decide on this." })
  reason!: BuyersReason;

  @Field(() => String, { description: "The reason in the language asked for, fit to be shown to buyers." })
  message!: string;
}
