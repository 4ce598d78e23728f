import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { staffOnly } from "../../entities/values/access.js";
import { PurchaseVoidState } from "../../entities/values/history-enums.js";
import { voidStateOf } from "../../shipping/void/void-state-of.js";
import { CarrierService } from "../carrier/carrier.js";
import { serviceOf } from "../carrier/service-of.js";
import { FirstArgs, firstOf } from "../page.js";

@Resolver(() => LabelPurchase)
export class PurchaseHistoryResolver {
  @FieldResolver(() => [PurchasedPackage], {
    description:
      "What was bought for each of at most 200 packages, voided or not, in package order; empty: nothing is bought.",
  })
  packages(@Root() { id }: LabelPurchase, @Ctx() { loaders }: Context): Promise<PurchasedPackage[]> {
    return loaders.purchasedByPurchaseId.load(id);
  }

  @FieldResolver(() => PurchaseVoidState, {
    nullable: true,
    description: "How much of it is voided; null: nothing is bought. Each package has its own state.",
  })
  async voidState(@Root() { id }: LabelPurchase, @Ctx() { loaders }: Context): Promise<PurchaseVoidState | null> {
    return voidStateOf(await loaders.purchasedByPurchaseId.load(id));
  }

  @FieldResolver(() => CarrierAccount, {
    nullable: true,
    description:
      "The carrier account that it was bought with, also where the shipment was bought again with another; null: it could not be read.",
  })
  carrierAccount(@Root() { accountId }: LabelPurchase, @Ctx() { loaders }: Context): Promise<CarrierAccount | null> {
    return loaders.accountById.load(accountId);
  }

  @FieldResolver(() => CarrierService, {
    nullable: true,
    description: "The delivery service that was bought; null: it is no longer supported.",
  })
  async service(@Root() purchase: LabelPurchase, @Ctx() context: Context): Promise<CarrierService | null> {
    const shipment = await context.loaders.shipmentById.load(purchase.shipmentId);
    return serviceOf(purchase, shipment?.shipFrom.countryCode ?? null, context);
  }
}

@Resolver(() => ShipmentPackage)
export class PackageHistoryResolver {
  @Directive(staffOnly)
  @FieldResolver(() => [PurchasedPackage], {
    nullable: true,
    description:
      "What each purchase yielded for this package, voided or not, newest first; the rest: labelPurchases by shipmentId. Null: this token may not read them.",
  })
  async purchases(
    @Root() { id }: ShipmentPackage,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<PurchasedPackage[]> {
    const { first: most } = firstOf(id, first);
    return (await loaders.purchasedByPackageId.load(id)).slice(0, most);
  }
}
