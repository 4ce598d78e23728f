import { Field, ObjectType } from "type-graphql";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Change } from "../../shipping/null-rule.js";
import type { Result } from "../../shipping/result.js";
import { clearedFieldsText } from "../cleared-fields.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class MethodPayload {
  @Field(() => CarrierShippingMethod, {
    nullable: true,
    description: "The shipping method as it is now; null: see userErrors.",
  })
  shippingMethod!: CarrierShippingMethod | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The new shipping method, or the errors that prevented it." })
export class CreateShippingMethodPayload extends MethodPayload {}

@ObjectType({ description: "The updated shipping method, or the errors that prevented the change." })
export class UpdateShippingMethodPayload extends MethodPayload {
  @Field(() => [String], { description: clearedFieldsText })
  clearedFields!: string[];
}

@ObjectType({ description: "The archived shipping method, or why it was not archived." })
export class ArchiveShippingMethodPayload extends MethodPayload {}

@ObjectType({ description: "The method that replaces the legacy one, or why it was not replaced." })
export class ReplaceLegacyShippingMethodPayload extends MethodPayload {}

@ObjectType({ description: "The imported legacy method, or the errors that prevented the import." })
export class ImportLegacyShippingMethodPayload extends MethodPayload {}

export async function updateMethodPayload(
  result: Promise<Result<Change<CarrierShippingMethod>>>,
): Promise<UpdateShippingMethodPayload> {
  const { value, userErrors } = await result;
  return { shippingMethod: value?.row ?? null, clearedFields: value?.clearedFields ?? [], userErrors };
}

export async function methodPayload(result: Promise<Result<CarrierShippingMethod>>): Promise<MethodPayload> {
  const { value, userErrors } = await result;
  return { shippingMethod: value, userErrors };
}
