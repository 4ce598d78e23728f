import { Field, ObjectType } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { CarrierMessage } from "../../entities/values/carrier-message.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Result } from "../../shipping/result.js";

@ObjectType({ description: "What became of a purchase." })
export class PurchaseLabelPayload {
  @Field(() => LabelPurchase, {
    nullable: true,
    description:
      "The purchase; null: refused before anything was claimed. PENDING or UNKNOWN: ask labelPurchase again.",
  })
  purchase!: LabelPurchase | null;

  @Field(() => Shipment, { nullable: true, description: "The shipment; null: refused before anything was claimed." })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], {
    description: "Why nothing was bought. Errors found later stand on the purchase.",
  })
  userErrors!: ShippingUserError[];

  @Field(() => [CarrierMessage], { description: "What the carrier said." })
  carrierMessages!: CarrierMessage[];
}

/** The purchase with its shipment as it now is. */
export async function purchasePayload(
  { loaders }: Context,
  { value: purchase, userErrors }: Result<LabelPurchase>,
): Promise<PurchaseLabelPayload> {
  if (purchase === null) return { purchase, shipment: null, userErrors, carrierMessages: [] };
  const shipment = await loaders.shipmentById.clear(purchase.shipmentId).load(purchase.shipmentId);
  return { purchase, shipment, userErrors: purchase.userErrors, carrierMessages: purchase.carrierMessages };
}
