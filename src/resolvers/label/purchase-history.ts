import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { staffOnly } from "../../entities/values/access.js";
import { PurchaseVoidState } from "../../entities/values/history-enums.js";
import { voidStateOf } from "../../shipping/void/void-state-of.js";
import { CarrierService } from "../carrier/carrier.js";
import { newestOf, usualNewest } from "./newest.js";

@Resolver(() => LabelPurchase)
export class PurchaseHistoryResolver {
  @FieldResolver(() => [PurchasedPackage], {
    description: "What it gave each package, voided or not, in package order; empty: nothing is bought.",
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
    description: "The carrier account that it was bought with, also where the shipment was bought again with another.",
  })
  carrierAccount(@Root() { accountId }: LabelPurchase, @Ctx() { loaders }: Context): Promise<CarrierAccount | null> {
    return loaders.accountById.load(accountId);
  }

  @FieldResolver(() => CarrierService, {
    nullable: true,
    description: "The delivery service that was bought; null: the carrier offers it no more.",
  })
  async service(@Root() purchase: LabelPurchase, @Ctx() { loaders, deps }: Context): Promise<CarrierService | null> {
    const [shipment, account] = await Promise.all([
      loaders.shipmentById.load(purchase.shipmentId),
      loaders.accountById.load(purchase.accountId),
    ]);
    const catalogue = account && deps.carriers.get(account.carrierCode)?.catalogue;
    return (shipment && catalogue?.findService(purchase.serviceCode, shipment.shipFrom.countryCode)) ?? null;
  }
}

@Resolver(() => ShipmentPackage)
export class PackageHistoryResolver {
  @Directive(staffOnly)
  @FieldResolver(() => [PurchasedPackage], {
    nullable: true,
    description:
      "What each purchase yielded for this package, voided or not, newest first; null: this token may not read it.",
  })
  async purchases(
    @Root() { id }: ShipmentPackage,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: usualNewest,
      description: "How many of the newest, 1 to 100.",
    })
    first: number | null,
    @Ctx() { loaders }: Context,
  ): Promise<PurchasedPackage[]> {
    return newestOf(await loaders.purchasedByPackageId.load(id), first);
  }
}
