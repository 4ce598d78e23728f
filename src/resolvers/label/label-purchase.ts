import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierRequest } from "../../entities/carrier-request.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { administrators, shippers, staffOnly } from "../../entities/values/access.js";
import { AppError } from "../../errors.js";
import { findPurchase } from "../../shipping/find-purchase.js";
import { listStuckPurchases } from "../../shipping/label/list-labels.js";
import { purchaseLabel } from "../../shipping/purchase/purchase-label.js";
import { retryAfterSeconds } from "../../shipping/purchase/retry-after.js";
import { resolvePurchase } from "../../shipping/reconcile/resolve-purchase.js";
import { connectionOf, connectionType } from "../page.js";
import { PurchaseLabelInput, ResolvePurchaseInput } from "./purchase-inputs.js";
import { PurchaseLabelPayload, purchasePayload, ResolvePurchasePayload } from "./purchase-payload.js";

const LabelPurchaseConnection = connectionType("LabelPurchase", LabelPurchase);

@Resolver(() => LabelPurchase)
export class LabelPurchaseResolver {
  @Directive(shippers)
  @Mutation(() => PurchaseLabelPayload, {
    nullable: true,
    description:
      "Buys the labels of a draft, or of a shipment given inline. Safe to repeat with the same key and input. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, QUOTE_EXPIRED, QUOTE_MISMATCH, PRICE_CHANGED, SPEND_LIMIT_EXCEEDED, IDEMPOTENCY_KEY_REUSED, ALREADY_PURCHASED, CONFLICT, LOCATION_UNAVAILABLE, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async purchaseLabel(
    @Arg("input", () => PurchaseLabelInput, { description: "What to buy." }) input: PurchaseLabelInput,
    @Ctx() context: Context,
  ): Promise<PurchaseLabelPayload> {
    return purchasePayload(context, await purchaseLabel(context.deps, context.actor, input));
  }

  @Directive(administrators)
  @Mutation(() => ResolvePurchasePayload, {
    nullable: true,
    description:
      "An operator's decision on a purchase whose outcome is unknown; audited. Codes: NOT_FOUND, NOT_ALLOWED, REQUIRED, CONFLICT, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async resolvePurchase(
    @Arg("input", () => ResolvePurchaseInput, { description: "The decision." }) input: ResolvePurchaseInput,
    @Ctx() context: Context,
  ): Promise<ResolvePurchasePayload> {
    return purchasePayload(context, await resolvePurchase(context.deps, context.actor, input));
  }

  @Directive(staffOnly)
  @Query(() => LabelPurchase, {
    nullable: true,
    description:
      "A purchase by its id, or by the key it was made with: how a page resumes after a reload. Null: unknown.",
  })
  async labelPurchase(
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id: string | null,
    @Arg("idempotencyKey", () => String, { nullable: true, description: "The key it was made with." }) idempotencyKey:
      | string
      | null,
    @Ctx() { deps, actor, loaders }: Context,
  ): Promise<LabelPurchase | null> {
    if ((id == null) === (idempotencyKey == null))
      throw new AppError("BAD_USER_INPUT", "Give the purchase's id or its idempotencyKey, one of them.");
    return id == null ? findPurchase(deps, actor, { idempotencyKey: idempotencyKey! }) : loaders.purchaseById.load(id);
  }

  @Directive(staffOnly)
  @Query(() => LabelPurchaseConnection, {
    nullable: true,
    description: "Purchases without a clear outcome for longer than a carrier can need, newest first.",
  })
  async stuckPurchases(
    @Arg("first", () => Int, { nullable: true, defaultValue: 50, description: "How many, 1 to 100." })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last node seen." }) after: string | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listStuckPurchases(deps, actor, { first, after: after ?? null }));
  }

  @FieldResolver(() => Int, { nullable: true, description: "When to ask again, in seconds; null: it has ended." })
  retryAfterSeconds(@Root() purchase: LabelPurchase): number | null {
    return retryAfterSeconds(purchase, new Date());
  }

  @FieldResolver(() => Shipment, { nullable: true, description: "The shipment whose labels it buys." })
  shipment(@Root() purchase: LabelPurchase, @Ctx() { loaders }: Context): Promise<Shipment | null> {
    return loaders.shipmentById.load(purchase.shipmentId);
  }

  @FieldResolver(() => [CarrierRequest], { description: "Every exchange with the carrier about it, oldest first." })
  carrierRequests(@Root() purchase: LabelPurchase, @Ctx() { loaders }: Context): Promise<CarrierRequest[]> {
    return loaders.requestsByPurchaseId.load(purchase.id);
  }
}
