import { Field, ID, ObjectType } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { CarrierMessage } from "../../entities/values/carrier-message.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Change } from "../../shipping/null-rule.js";
import type { Result } from "../../shipping/result.js";
import { draftMessages } from "../../shipping/shipment/draft-messages.js";
import { clearedFieldsText } from "../cleared-fields.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class ShipmentPayload {
  @Field(() => Shipment, { nullable: true, description: "The shipment as it is now; null: see userErrors." })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

/** What those answer that save a draft. */
@ObjectType()
abstract class DraftPayload extends ShipmentPayload {
  @Field(() => [CarrierMessage], {
    description:
      "Warnings about the recipient's address: from validateAddress, unless addressCheckPolicy is IGNORE, and from labels voided as WRONG_ADDRESS; and what the law wants of the shipment beside the carrier's rules, such as EXPORT_FILING_NEEDED. The carrier is not called.",
  })
  carrierMessages!: CarrierMessage[];
}

@ObjectType({ description: "The new draft, or the errors that prevented it." })
export class CreateShipmentPayload extends DraftPayload {}

@ObjectType({ description: "The new draft copied from another shipment, or the errors that prevented it." })
export class DuplicateShipmentPayload extends DraftPayload {
  @Field(() => [String], { description: clearedFieldsText })
  clearedFields!: string[];
}

@ObjectType({ description: "The updated draft, or the errors that prevented the change." })
export class UpdateShipmentPayload extends DraftPayload {
  @Field(() => [String], { description: clearedFieldsText })
  clearedFields!: string[];
}

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

/** The draft, with what is known of it. */
export async function draftPayload(
  { deps, actor }: Context,
  { value: shipment, userErrors }: { value: Shipment | null; userErrors: ShippingUserError[] },
): Promise<DraftPayload> {
  return { shipment, userErrors, carrierMessages: await draftMessages(deps, actor, shipment) };
}

/** The same of a change to what was stored. */
export async function changedDraftPayload(
  context: Context,
  { value, userErrors }: Result<Change<Shipment>>,
): Promise<UpdateShipmentPayload> {
  const draft = await draftPayload(context, { value: value?.row ?? null, userErrors });
  return { ...draft, clearedFields: value?.clearedFields ?? [] };
}
