import { Field, ObjectType } from "type-graphql";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Change } from "../../shipping/null-rule.js";
import type { Result } from "../../shipping/result.js";
import { clearedFieldsText } from "../cleared-fields.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class PlacePayload {
  @Field(() => ShipFromPlace, {
    nullable: true,
    description: "The ship-from place as it is now; null: see userErrors.",
  })
  shipFromPlace!: ShipFromPlace | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The new ship-from place, or the errors that prevented it." })
export class CreateShipFromPlacePayload extends PlacePayload {}

@ObjectType({ description: "The updated ship-from place, or the errors that prevented the change." })
export class UpdateShipFromPlacePayload extends PlacePayload {
  @Field(() => [String], { description: clearedFieldsText })
  clearedFields!: string[];
}

@ObjectType({ description: "The archived ship-from place, or why it was not archived." })
export class ArchiveShipFromPlacePayload extends PlacePayload {}

export async function updatePlacePayload(
  result: Promise<Result<Change<ShipFromPlace>>>,
): Promise<UpdateShipFromPlacePayload> {
  const { value, userErrors } = await result;
  return { shipFromPlace: value?.row ?? null, clearedFields: value?.clearedFields ?? [], userErrors };
}

export async function placePayload(result: Promise<Result<ShipFromPlace>>): Promise<PlacePayload> {
  const { value, userErrors } = await result;
  return { shipFromPlace: value, userErrors };
}
