import { Field, ID, InputType } from "type-graphql";
import type { MethodRulesInput } from "../../shipping/method/method-rules.js";
import { ShippingMethodAvailabilityInput } from "./availability-input.js";
import { ShippingMethodDispatchInput } from "./dispatch-input.js";
import { ShippingPriceRulesInput } from "./price-rules-input.js";

/** What all inputs of methods have; of a group only the fields given are replaced. */
@InputType()
export abstract class MethodRulesFields implements MethodRulesInput {
  @Field(() => ShippingPriceRulesInput, { nullable: true, description: "How the buyer's price is made." })
  priceRules?: ShippingPriceRulesInput | null;

  @Field(() => ShippingMethodAvailabilityInput, {
    nullable: true,
    description: "Orders that the method is offered for.",
  })
  availability?: ShippingMethodAvailabilityInput | null;

  @Field(() => ShippingMethodDispatchInput, { nullable: true, description: "When packages of the method leave." })
  dispatch?: ShippingMethodDispatchInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Delivery product: id of the product in the catalog service that orders are charged shipping as, at most 255 characters.",
  })
  productReference?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the ship-from place that packages of the method leave from where an input names none. Without one: the default place in shippingSettings, else the account's address.",
  })
  shipFromPlaceId?: string | null;
}
