import { Field, ObjectType } from "type-graphql";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Result } from "../../shipping/result.js";

@ObjectType({ description: "A shipping method, or why not." })
export class ShippingMethodPayload {
  @Field(() => CarrierShippingMethod, { nullable: true, description: "The method as it is now; null: see userErrors." })
  shippingMethod!: CarrierShippingMethod | null;

  @Field(() => [ShippingUserError], { description: "What stands in the way; empty on success." })
  userErrors!: ShippingUserError[];
}

export async function methodPayload(result: Promise<Result<CarrierShippingMethod>>): Promise<ShippingMethodPayload> {
  const { value, userErrors } = await result;
  return { shippingMethod: value, userErrors };
}
