import { Field, ObjectType } from "type-graphql";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Result } from "../../shipping/result.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class MethodPayload {
  @Field(() => CarrierShippingMethod, { nullable: true, description: "The method as it is now; null: see userErrors." })
  shippingMethod!: CarrierShippingMethod | null;

  @Field(() => [ShippingUserError], { description: "What stands in the way; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The new shipping method, or why there is none." })
export class CreateShippingMethodPayload extends MethodPayload {}

@ObjectType({ description: "The changed shipping method, or why nothing was changed." })
export class UpdateShippingMethodPayload extends MethodPayload {}

@ObjectType({ description: "The shipping method that is out of use, or why it is not." })
export class ArchiveShippingMethodPayload extends MethodPayload {}

@ObjectType({ description: "The UPS method that took the legacy one's place, or why it did not." })
export class ReplaceLegacyShippingMethodPayload extends MethodPayload {}

export async function methodPayload(result: Promise<Result<CarrierShippingMethod>>): Promise<MethodPayload> {
  const { value, userErrors } = await result;
  return { shippingMethod: value, userErrors };
}
