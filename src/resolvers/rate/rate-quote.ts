import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { RateQuote } from "../../entities/rate-quote.js";
import { staffOnly } from "../../entities/values/access.js";
import { CarrierMessage } from "../../entities/values/carrier-message.js";
import { MonetaryAmount, monetaryAmount } from "../../entities/values/monetary-amount.js";
import { RateCharge } from "../../entities/values/rate-charge.js";
import { NegotiatedRateState } from "../../entities/values/rate-enums.js";
import { CarrierService } from "../carrier/carrier.js";
import { ShipmentOptions, shownOptions } from "../shipment/shipment-options.js";

@Directive(staffOnly)
@ObjectType({ description: "What the carrier asks, before any price rule of the merchant." })
export class CarrierPrice {
  @Field(() => MonetaryAmount, { nullable: true, description: "The carrier's list price, taxes not included." })
  published!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "The account's own price, taxes not included; null: negotiatedState says why.",
  })
  negotiated!: MonetaryAmount | null;

  @Field(() => NegotiatedRateState, { description: "Whether the account's own price applies, and why not." })
  negotiatedState!: NegotiatedRateState;

  @Field(() => [RateCharge], {
    description:
      "The price in its parts, as the carrier itemises them. They add up to what the carrier asks: what it leaves out is one part more, negative for a discount.",
  })
  charges!: RateCharge[];
}

@Resolver(() => RateQuote)
export class RateQuoteResolver {
  @FieldResolver(() => CarrierService, {
    nullable: true,
    description: "The service, named as where the shipment starts; null: the carrier no longer has it.",
  })
  async service(@Root() quote: RateQuote, @Ctx() context: Context): Promise<CarrierService | null> {
    const account = await context.loaders.accountById.load(quote.accountId);
    const adapter = account && context.deps.carriers.get(account.carrierCode);
    return adapter?.catalogue.findService(quote.serviceCode, quote.details.shipFrom.countryCode) ?? null;
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierShippingMethod, {
    nullable: true,
    description: "The method it was priced with; null: all services of an account were asked for.",
  })
  async shippingMethod(@Root() quote: RateQuote, @Ctx() context: Context): Promise<CarrierShippingMethod | null> {
    return quote.shippingMethodId === null ? null : context.loaders.methodById.load(quote.shippingMethodId);
  }

  @Directive(staffOnly)
  @FieldResolver(() => ShipmentOptions, {
    nullable: true,
    description: "Extra services and who pays, as priced; null: not yours to see.",
  })
  options(@Root() { details }: RateQuote): ShipmentOptions {
    return shownOptions(details.options);
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierPrice, {
    nullable: true,
    description: "What the carrier asks: back office only; null: not yours to see.",
  })
  carrierPrice(@Root() quote: RateQuote): CarrierPrice {
    const { publishedAmount, negotiatedAmount, carrierCurrency, negotiatedState, charges } = quote;
    return {
      published: monetaryAmount(publishedAmount, carrierCurrency),
      negotiated: monetaryAmount(negotiatedAmount, carrierCurrency),
      negotiatedState,
      charges,
    };
  }

  @Directive(staffOnly)
  @FieldResolver(() => [CarrierMessage], {
    nullable: true,
    description: "What the carrier said about this offer; null: not yours to see.",
  })
  carrierMessages(@Root() quote: RateQuote): CarrierMessage[] {
    return quote.carrierMessages;
  }
}
