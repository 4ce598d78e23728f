import { Arg, Ctx, Directive, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { DeliveryOptionsAnswer } from "../../shipping/delivery/delivery-answer.js";
import { deliveryOptions } from "../../shipping/delivery/delivery-options.js";
import type { Result } from "../../shipping/result.js";
import { AddressValidation } from "../address/validate-address.js";
import { packingBoxes } from "../packing/pack-items.js";
import { PackingBox, UnpackedItem } from "../packing/packing-payload.js";
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

  @Field(() => [PackingBox], {
    description: "How the items were packed; empty: packages were given, or the items fit none: see unpacked.",
  })
  packages!: PackingBox[];

  @Field(() => [UnpackedItem], {
    description:
      "Items that no carrier takes, so that only methods without one are offered; empty: everything is packed.",
  })
  unpacked!: UnpackedItem[];

  @Field(() => [ShippingUserError], { description: "Errors in the input; nothing was priced then. Empty on success." })
  userErrors!: ShippingUserError[];
}

const nothing = { options: [], unavailable: [], isComplete: null, address: null, packages: [], unpacked: [] };

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
    return deliveryPayload(await deliveryOptions(deps, actor, input));
  }
}

/** What a use case answered, as buyers are told it. */
export function deliveryPayload({ value, userErrors }: Result<DeliveryOptionsAnswer>): DeliveryOptionsPayload {
  if (value === null) return { ...nothing, userErrors };
  const { packing, ...answer } = value;
  const unpacked = packing?.unpacked ?? [];
  const packages = packing && unpacked.length === 0 ? packingBoxes(packing) : [];
  return { ...answer, packages, unpacked, userErrors };
}
