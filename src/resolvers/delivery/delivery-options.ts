import { Arg, Ctx, Directive, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { deliveryOptions } from "../../shipping/delivery/delivery-options.js";
import { AddressValidation } from "../address/validate-address.js";
import { DeliveryOptionsInput } from "./delivery-inputs.js";
import { DeliveryOption, UnavailableDelivery } from "./delivery-option.js";

@ObjectType({ description: "What a buyer can choose at checkout, and what not." })
export class DeliveryOptionsPayload {
  @Field(() => [DeliveryOption], { description: "Options, cheapest first, then by promised day." })
  options!: DeliveryOption[];

  @Field(() => [UnavailableDelivery], { description: "Shipping methods without an option, with the reason." })
  unavailable!: UnavailableDelivery[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether every carrier answered in time; false: asked again, there may be more options; null: see userErrors.",
  })
  isComplete!: boolean | null;

  @Field(() => AddressValidation, {
    nullable: true,
    description: "What the carrier said of the address; null: it was not asked.",
  })
  address!: AddressValidation | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input; nothing was priced then. Empty on success." })
  userErrors!: ShippingUserError[];
}

@Resolver()
export class DeliveryOptionsResolver {
  @Directive(buyersAndReaders)
  @Query(() => DeliveryOptionsPayload, {
    nullable: true,
    description:
      "Ways of delivery that a buyer can choose for a cart, of all published shipping methods, each with its price and a quote that can be bought. Calls the carrier once per account and writes: quotes are stored. Clients must not cache it: fetch it with network-only. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED.",
  })
  async deliveryOptions(
    @Arg("input", () => DeliveryOptionsInput, { description: "The cart and where it goes." })
    input: DeliveryOptionsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<DeliveryOptionsPayload> {
    const { value, userErrors } = await deliveryOptions(deps, actor, input);
    return { ...(value ?? { options: [], unavailable: [], isComplete: null, address: null }), userErrors };
  }
}
