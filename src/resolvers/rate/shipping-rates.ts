import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { RateQuote } from "../../entities/rate-quote.js";
import { buyersAndReaders, readers } from "../../entities/values/access.js";
import { CarrierMessage } from "../../entities/values/carrier-message.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { quoteRates } from "../../shipping/rate/quote-rates.js";
import { ShippingRatesInput } from "./rate-inputs.js";
import { UnavailableOptionType } from "./unavailable-option.js";

@ObjectType({ description: "Priced offers, and the methods and services without an offer, with reasons." })
export class ShippingRatesPayload {
  @Field(() => [RateQuote], {
    description:
      "Offers, valid until they expire: cheapest for the buyer first, then fastest. Each passed the checks of a purchase, so that a complete shipment of the same parts can be bought with it; a ship date further ahead has to come closer first, and shipping methods that ship with no carrier are for rates only. A service can appear twice, with and without Saturday delivery.",
  })
  quotes!: RateQuote[];

  @Field(() => [UnavailableOptionType], {
    description:
      "Methods and services that could not be rated, and priced services that could not be bought for this shipment, with the reason.",
  })
  unavailable!: UnavailableOptionType[];

  @Field(() => [CarrierMessage], {
    description:
      "Messages on the rates as a whole: warnings about the recipient's address, what to know before labels are bought, such as EXPORT_FILING_NEEDED or GOODS_NEEDED, then the carrier's own.",
  })
  carrierMessages!: CarrierMessage[];

  @Field(() => [ShippingUserError], { description: "Errors in the input; nothing was rated then. Empty on success." })
  userErrors!: ShippingUserError[];
}

@Resolver()
export class ShippingRatesResolver {
  @Directive(readers)
  @Query(() => ShippingRatesPayload, {
    nullable: true,
    description:
      "Rates for a shipment, for several services and methods at once. Calls the carrier once per account, and once more for each method whose service has isRatedByName, never for FIXED and RULES methods, and writes: every quote is stored, so that it can be bought. Clients must not cache it: fetch it with network-only. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED.",
  })
  async shippingRates(
    @Arg("input", () => ShippingRatesInput, {
      description: "The shipment to rate, and the methods or account to rate it with.",
    })
    input: ShippingRatesInput,
    @Ctx() context: Context,
  ): Promise<ShippingRatesPayload> {
    const { value, userErrors } = await quoteRates(context.deps, context.actor, input);
    return { ...(value ?? { quotes: [], unavailable: [], carrierMessages: [] }), userErrors };
  }

  @Directive(buyersAndReaders)
  @Query(() => RateQuote, {
    nullable: true,
    description: "A stored rate quote by its id, expired or not; null: not found.",
  })
  rateQuote(
    @Arg("id", () => ID, { description: "Id of the quote, prefix `quo_`." }) id: string,
    @Ctx() context: Context,
  ): Promise<RateQuote | null> {
    return context.loaders.quoteById.load(id);
  }
}
