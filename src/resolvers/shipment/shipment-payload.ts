import { Field, ID, ObjectType } from "type-graphql";
import { Shipment } from "../../entities/shipment.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Result } from "../../shipping/result.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class ShipmentPayload {
  @Field(() => Shipment, { nullable: true, description: "The shipment after the change; null: see userErrors." })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The new draft, or the errors that prevented it." })
export class CreateShipmentPayload extends ShipmentPayload {}

@ObjectType({ description: "The new draft made of another shipment, or the errors that prevented it." })
export class DuplicateShipmentPayload extends ShipmentPayload {}

@ObjectType({ description: "The updated draft, or the errors that prevented the change." })
export class UpdateShipmentPayload extends ShipmentPayload {}

@ObjectType({
  description: "The shipment with the void state of its packages, or why no void was requested.",
})
export class VoidShipmentPayload extends ShipmentPayload {
  @Field(() => [ShippingUserError], {
    description: "Errors in the input, or refusals by the carrier, which come beside the shipment. Empty on success.",
  })
  override userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The id of the deleted draft, or why it was not deleted." })
export class DeleteShipmentPayload {
  @Field(() => ID, { nullable: true, description: "Id of the deleted shipment; null: see userErrors." })
  deletedShipmentId!: string | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

export function shipmentPayload({ value, userErrors }: Result<Shipment>): ShipmentPayload {
  return { shipment: value, userErrors };
}
