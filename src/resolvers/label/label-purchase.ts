import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierRequest } from "../../entities/carrier-request.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { administrators, readers, shippers } from "../../entities/values/access.js";
import { AppError } from "../../errors.js";
import { findPurchase } from "../../shipping/find-purchase.js";
import { purchaseLabel } from "../../shipping/purchase/purchase-label.js";
import { retryAfterSeconds } from "../../shipping/purchase/retry-after.js";
import { resolvePurchase } from "../../shipping/reconcile/resolve-purchase.js";
import { FirstArgs, firstOf } from "../page.js";
import { PurchaseLabelInput, ResolvePurchaseInput } from "./purchase-inputs.js";
import { PurchaseLabelPayload, purchasePayload, ResolvePurchasePayload } from "./purchase-payload.js";

@Resolver(() => LabelPurchase)
export class LabelPurchaseResolver {
  @Directive(shippers)
  @Mutation(() => PurchaseLabelPayload, {
    nullable: true,
    description:
      "Buys the labels of a draft, or of a new shipment given inline. Costs money, once per idempotency key: safe to repeat with the same key and input. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, QUOTE_EXPIRED, QUOTE_MISMATCH, PRICE_CHANGED, SPEND_LIMIT_EXCEEDED, SALES_PAUSED, IDEMPOTENCY_KEY_REUSED, ALREADY_PURCHASED, CONFLICT, ADDRESS_REFUSED, LOCATION_UNAVAILABLE, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async purchaseLabel(
    @Arg("input", () => PurchaseLabelInput, { description: "The shipment to buy labels for, and the terms." })
    input: PurchaseLabelInput,
    @Ctx() context: Context,
  ): Promise<PurchaseLabelPayload> {
    return purchasePayload(context, await purchaseLabel(context.deps, context.actor, input));
  }

  @Directive(administrators)
  @Mutation(() => ResolvePurchasePayload, {
    nullable: true,
    description:
      "Settles a purchase whose outcome is unknown by an operator's decision, which is audited. Codes: NOT_FOUND, NOT_ALLOWED, REQUIRED, CONFLICT, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async resolvePurchase(
    @Arg("input", () => ResolvePurchaseInput, { description: "The purchase and the operator's decision." })
    input: ResolvePurchaseInput,
    @Ctx() context: Context,
  ): Promise<ResolvePurchasePayload> {
    return purchasePayload(context, await resolvePurchase(context.deps, context.actor, input));
  }

  @Directive(readers)
  @Query(() => LabelPurchase, {
    nullable: true,
    description:
      "A purchase by its id or idempotency key, for example to resume after a page reload. Give either id or key. Null: not found. While it is PENDING or UNKNOWN, poll with network-only.",
  })
  async labelPurchase(
    @Arg("id", () => ID, { nullable: true, description: "Id of the purchase, prefix `lpu_`." }) id: string | null,
    @Arg("idempotencyKey", () => String, { nullable: true, description: "Idempotency key the purchase was made with." })
    idempotencyKey: string | null,
    @Ctx() { deps, actor, loaders }: Context,
  ): Promise<LabelPurchase | null> {
    if ((id == null) === (idempotencyKey == null))
      throw new AppError("BAD_USER_INPUT", "Give the purchase's id or its idempotencyKey, one of them.");
    return id == null ? findPurchase(deps, actor, { idempotencyKey: idempotencyKey! }) : loaders.purchaseById.load(id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Seconds to wait before polling again; null: the purchase is finished.",
  })
  retryAfterSeconds(@Root() purchase: LabelPurchase): number | null {
    return retryAfterSeconds(purchase, new Date());
  }

  @FieldResolver(() => Shipment, {
    nullable: true,
    description: "The shipment whose labels are bought; null: it could not be read.",
  })
  shipment(@Root() purchase: LabelPurchase, @Ctx() { loaders }: Context): Promise<Shipment | null> {
    return loaders.shipmentById.load(purchase.shipmentId);
  }

  @FieldResolver(() => [CarrierRequest], {
    description:
      "Log of the requests sent to the carrier for this purchase, oldest first; the rest: the root's carrierRequests by purchaseId.",
  })
  async carrierRequests(
    @Root() purchase: LabelPurchase,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierRequest[]> {
    return loaders.requestsByPurchaseId.load(firstOf(purchase.id, first));
  }
}
