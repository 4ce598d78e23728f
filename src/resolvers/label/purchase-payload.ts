import { Field, ObjectType } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { CarrierMessage } from "../../entities/values/carrier-message.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { isErased } from "../../shipping/claim/claim-once.js";
import type { Result } from "../../shipping/result.js";
import { userError } from "../../shipping/user-error.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class PurchasePayload {
  @Field(() => LabelPurchase, {
    nullable: true,
    description: "The purchase; null: see userErrors, nothing was sent. While PENDING or UNKNOWN: poll labelPurchase.",
  })
  purchase!: LabelPurchase | null;

  @Field(() => Shipment, { nullable: true, description: "The shipment; null: see userErrors, nothing was sent." })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], {
    description:
      "Errors in the input, refusals, or why nothing was bought; empty on success. Errors found later are on the purchase.",
  })
  userErrors!: ShippingUserError[];

  @Field(() => [CarrierMessage], {
    description: "Messages on this purchase: what was known before it was sent, then the carrier's own.",
  })
  carrierMessages!: CarrierMessage[];
}

@ObjectType({ description: "The label purchase and its shipment, or why nothing was bought." })
export class PurchaseLabelPayload extends PurchasePayload {}

@ObjectType({ description: "The purchase after the decision, or why the decision was refused." })
export class ResolvePurchasePayload extends PurchasePayload {}

@ObjectType({ description: "The purchase of the return's labels, or why nothing was bought." })
export class PurchaseReturnLabelPayload extends PurchasePayload {}

/** The purchase with its shipment as it now is. */
export async function purchasePayload(
  { loaders }: Context,
  { value: purchase, userErrors }: Result<LabelPurchase>,
): Promise<PurchasePayload> {
  if (purchase === null) return { purchase, shipment: null, userErrors, carrierMessages: [] };
  const shipment = await loaders.shipmentById.clear(purchase.shipmentId).load(purchase.shipmentId);
  const told = [...purchase.userErrors, ...(isErased(purchase) ? [erasedInput(purchase)] : [])];
  return { purchase, shipment, userErrors: told, carrierMessages: purchase.allMessages };
}

/** The key gives what it bought; whether it came with the same input nobody can tell any more. */
function erasedInput({ id }: LabelPurchase): ShippingUserError {
  const message = `The key was used for purchase ${id}, whose personal data was erased since. Nothing was bought by this request: a new purchase needs a new key.`;
  return userError("PERSONAL_DATA_ERASED", message, ["input", "idempotencyKey"]);
}
