import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { RateQuote } from "../../entities/rate-quote.js";
import { buyersAndStaff, staffOnly } from "../../entities/values/access.js";
import { CarrierMessage } from "../../entities/values/carrier-message.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { quoteRates } from "../../shipping/rate/quote-rates.js";
import { ShippingRatesInput } from "./rate-inputs.js";
import { UnavailableOptionType } from "./unavailable-option.js";

@ObjectType({ description: "Prices, what has none, and why." })
export class ShippingRatesPayload {
  @Field(() => [RateQuote], {
    description:
      "Offers that can be bought until they expire: cheapest first, then fastest. A service can be there twice, with and without Saturday delivery.",
  })
  quotes!: RateQuote[];

  @Field(() => [UnavailableOptionType], { description: "What could not be priced, beside what could." })
  unavailable!: UnavailableOptionType[];

  @Field(() => [CarrierMessage], { description: "What the carrier said about the answers as a whole." })
  carrierMessages!: CarrierMessage[];

  @Field(() => [ShippingUserError], { description: "What is wrong with the input. Nothing was priced then." })
  userErrors!: ShippingUserError[];
}

@Resolver()
export class ShippingRatesResolver {
  @Directive(staffOnly)
  @Query(() => ShippingRatesPayload, {
    nullable: true,
    description:
      "What the carrier would charge, with several services and methods in one answer. Asks the carrier once per account; the quotes are stored. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED.",
  })
  async shippingRates(
    @Arg("input", () => ShippingRatesInput, { description: "What to price, and with what." })
    input: ShippingRatesInput,
    @Ctx() context: Context,
  ): Promise<ShippingRatesPayload> {
    const { value, userErrors } = await quoteRates(context.deps, context.actor, input);
    return { ...(value ?? { quotes: [], unavailable: [], carrierMessages: [] }), userErrors };
  }

  @Directive(buyersAndStaff)
  @Query(() => RateQuote, {
    nullable: true,
    description: "A stored quote, expired or not; null: unknown, or somebody else's.",
  })
  rateQuote(
    @Arg("id", () => ID, { description: "The quote's id." }) id: string,
    @Ctx() context: Context,
  ): Promise<RateQuote | null> {
    return context.loaders.quoteById.load(id);
  }
}
