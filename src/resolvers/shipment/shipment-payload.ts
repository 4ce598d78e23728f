import { Field, ID, ObjectType } from "type-graphql";
import { Shipment } from "../../entities/shipment.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Result } from "../../shipping/result.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class ShipmentPayload {
  @Field(() => Shipment, { nullable: true, description: "The shipment as it now is; null: refused." })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], { description: "Why it was refused; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The new draft, or why there is none." })
export class CreateShipmentPayload extends ShipmentPayload {}

@ObjectType({ description: "The changed draft, or why nothing was changed." })
export class UpdateShipmentPayload extends ShipmentPayload {}

@ObjectType({
  description: "The shipment with the void state of its packages, or why nothing was asked of the carrier.",
})
export class VoidShipmentPayload extends ShipmentPayload {
  @Field(() => [ShippingUserError], {
    description: "Why it was refused, here or by the carrier: then the shipment is given too. Empty on success.",
  })
  override userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The id of the draft that is gone, or why it is still there." })
export class DeleteShipmentPayload {
  @Field(() => ID, { nullable: true, description: "The id that is gone; null: refused." })
  deletedShipmentId!: string | null;

  @Field(() => [ShippingUserError], { description: "Why it was refused; empty on success." })
  userErrors!: ShippingUserError[];
}

export function shipmentPayload({ value, userErrors }: Result<Shipment>): ShipmentPayload {
  return { shipment: value, userErrors };
}
