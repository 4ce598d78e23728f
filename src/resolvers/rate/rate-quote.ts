import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { RateQuote } from "../../entities/rate-quote.js";
import { readers } from "../../entities/values/access.js";
import { CarrierMessage } from "../../entities/values/carrier-message.js";
import { MonetaryAmount, monetaryAmount } from "../../entities/values/monetary-amount.js";
import { RateCharge } from "../../entities/values/rate-charge.js";
import { NegotiatedRateState } from "../../entities/values/rate-enums.js";
import { quotedTotal } from "../../shipping/shipment/quoted-total.js";
import { CarrierService } from "../carrier/carrier.js";
import { serviceOf } from "../carrier/service-of.js";
import { ShipmentOptions, shownOptions } from "../shipment/shipment-options.js";

@Directive(readers)
@ObjectType({ description: "The carrier's charges, before the merchant's own pricing." })
export class CarrierPrice {
  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "The carrier's published (list) rate, excluding taxes; null: not given by the carrier.",
  })
  published!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "The negotiated rate of the account that pays, the recipient's or a third party's where options.payer says so, excluding taxes; null: negotiatedState says why.",
  })
  negotiated!: MonetaryAmount | null;

  @Field(() => NegotiatedRateState, { description: "Whether the negotiated rate applies, and if not, why." })
  negotiatedState!: NegotiatedRateState;

  @Field(() => [RateCharge], {
    description:
      "Itemised charges. They add up to the carrier's total: a difference the carrier does not itemise is added as a further charge, negative for a discount.",
  })
  charges!: RateCharge[];
}

@Resolver(() => RateQuote)
export class RateQuoteResolver {
  @FieldResolver(() => CarrierService, {
    nullable: true,
    description:
      "The service, with its name in the origin country; null: it is no longer supported, or the shipping method has none.",
  })
  service(@Root() quote: RateQuote, @Ctx() context: Context): Promise<CarrierService | null> {
    return serviceOf(quote, quote.details.shipFrom.countryCode, context);
  }

  @Directive(readers)
  @FieldResolver(() => CarrierShippingMethod, {
    nullable: true,
    description: "The shipping method it was rated with; null: all services of an account were requested.",
  })
  async shippingMethod(@Root() quote: RateQuote, @Ctx() context: Context): Promise<CarrierShippingMethod | null> {
    return quote.shippingMethodId === null ? null : context.loaders.methodById.load(quote.shippingMethodId);
  }

  @Directive(readers)
  @FieldResolver(() => ShipmentOptions, {
    nullable: true,
    description: "Extra services and payers that the price includes; null: this token may not read them.",
  })
  options(@Root() { details }: RateQuote): ShipmentOptions {
    return shownOptions(details.options);
  }

  @Directive(readers)
  @FieldResolver(() => CarrierPrice, {
    nullable: true,
    description:
      "The carrier's charges, for the back office; null: the price is the shipping method's own and no carrier was asked, or this token may not read them.",
  })
  carrierPrice(@Root() quote: RateQuote): CarrierPrice | null {
    if (quotedTotal(quote) === null) return null;
    const { publishedAmount, negotiatedAmount, carrierCurrency, negotiatedState, charges } = quote;
    return {
      published: monetaryAmount(publishedAmount, carrierCurrency),
      negotiated: monetaryAmount(negotiatedAmount, carrierCurrency),
      negotiatedState,
      charges,
    };
  }

  @Directive(readers)
  @FieldResolver(() => [CarrierMessage], {
    nullable: true,
    description: "The carrier's messages on this offer; null: this token may not read them.",
  })
  carrierMessages(@Root() quote: RateQuote): CarrierMessage[] {
    return quote.carrierMessages;
  }
}
