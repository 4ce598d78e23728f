import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { Tracker } from "../../entities/tracker.js";
import { UrlScalar } from "../../entities/values/scalars.js";
import { FirstArgs, firstOf } from "../page.js";
import { trackingUrlOf } from "./tracking-url.js";

@Resolver(() => PurchasedPackage)
export class PurchasedPackageResolver {
  @FieldResolver(() => ShipmentPackage, {
    nullable: true,
    description: "The package, as it is now; null: it could not be read.",
  })
  package(@Root() { packageId }: PurchasedPackage, @Ctx() { loaders }: Context): Promise<ShipmentPackage | null> {
    return loaders.packageById.load(packageId);
  }

  @FieldResolver(() => LabelPurchase, {
    nullable: true,
    description: "The purchase that the label was bought with; null: it could not be read.",
  })
  purchase(@Root() { purchaseId }: PurchasedPackage, @Ctx() { loaders }: Context): Promise<LabelPurchase | null> {
    return loaders.purchaseById.load(purchaseId);
  }

  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description: "The carrier's public tracking page for this number; null: the carrier has none.",
  })
  trackingUrl(@Root() bought: PurchasedPackage, @Ctx() context: Context): Promise<string | null> {
    return trackingUrlOf(bought, context);
  }

  @FieldResolver(() => Tracker, {
    nullable: true,
    description:
      "Tracking by this number, as last reported: the carrier is not called. Null: a test environment assigned the same number again.",
  })
  tracker(@Root() { id }: PurchasedPackage, @Ctx() { loaders }: Context): Promise<Tracker | null> {
    return loaders.trackerByPurchasedPackageId.load(id);
  }

  @FieldResolver(() => ShippingLabel, {
    nullable: true,
    description: "The label that was bought; null: the carrier mails, sends or brings it itself.",
  })
  label(@Root() { id }: PurchasedPackage, @Ctx() { loaders }: Context): Promise<ShippingLabel | null> {
    return loaders.labelByPurchasedPackageId.load(id);
  }

  @FieldResolver(() => [ShippingLabel], {
    description:
      "Copies of the label fetched again with recoverLabel, newest first; the rest: shippingLabels by shipmentId and isRecovered.",
  })
  async recoveredLabels(
    @Root() { id }: PurchasedPackage,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<ShippingLabel[]> {
    return loaders.recoveredByPurchasedPackageId.load(firstOf(id, first));
  }
}
