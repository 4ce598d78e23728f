import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { PackedItem } from "../../entities/packed-item.js";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { Tracker } from "../../entities/tracker.js";
import { staffOnly } from "../../entities/values/access.js";
import { VoidState } from "../../entities/values/enums.js";
import { UrlScalar } from "../../entities/values/scalars.js";
import { CarrierPackageType } from "../carrier/carrier.js";
import { trackingUrlOf } from "../label/tracking-url.js";

@Resolver(() => ShipmentPackage)
export class ShipmentPackageResolver {
  @FieldResolver(() => Shipment, {
    nullable: true,
    description: "The shipment that the package belongs to; null: it could not be read.",
  })
  shipment(@Root() { shipmentId }: ShipmentPackage, @Ctx() { loaders }: Context): Promise<Shipment | null> {
    return loaders.shipmentById.load(shipmentId);
  }

  @Directive(staffOnly)
  @FieldResolver(() => CarrierPackageType, {
    nullable: true,
    description: "The package type; null: no account chosen yet.",
  })
  async packageType(@Root() pkg: ShipmentPackage, @Ctx() context: Context): Promise<CarrierPackageType | null> {
    const adapter = await adapterOf(pkg, context);
    return adapter?.catalogue.packageTypes(null).find((type) => type.code === pkg.packageTypeCode) ?? null;
  }

  @FieldResolver(() => [PackedItem], { description: "Contents of the package, at most 250 items." })
  items(@Root() pkg: ShipmentPackage, @Ctx() { loaders }: Context): Promise<PackedItem[]> {
    return loaders.itemsByPackageId.load(pkg.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Tracking number of the latest label, voided or not; null: not bought.",
  })
  async trackingNumber(@Root() pkg: ShipmentPackage, @Ctx() context: Context): Promise<string | null> {
    return (await latest(pkg, context))?.trackingNumber ?? null;
  }

  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description: "The carrier's public tracking page for the package; null: not bought.",
  })
  async trackingUrl(@Root() pkg: ShipmentPackage, @Ctx() context: Context): Promise<string | null> {
    const bought = await latest(pkg, context);
    return bought && trackingUrlOf(bought, context);
  }

  @FieldResolver(() => Tracker, {
    nullable: true,
    description: "Tracking by the latest label, as last reported: the carrier is not called. Null: not bought.",
  })
  async tracker(@Root() pkg: ShipmentPackage, @Ctx() { loaders }: Context): Promise<Tracker | null> {
    const [bought] = await loaders.purchasedByPackageId.load(pkg.id);
    return bought ? loaders.trackerByPurchasedPackageId.load(bought.id) : null;
  }

  @Directive(staffOnly)
  @FieldResolver(() => ShippingLabel, {
    nullable: true,
    description: "The latest label; null: not bought, or delivered to the customer by the carrier.",
  })
  async label(@Root() pkg: ShipmentPackage, @Ctx() context: Context): Promise<ShippingLabel | null> {
    const bought = await latest(pkg, context);
    return bought && context.loaders.labelByPurchasedPackageId.load(bought.id);
  }

  @FieldResolver(() => VoidState, { description: "Whether the latest label has been voided." })
  async voidState(@Root() pkg: ShipmentPackage, @Ctx() context: Context): Promise<VoidState> {
    return (await latest(pkg, context))?.voidState ?? "NOT_VOIDED";
  }
}

async function latest(pkg: ShipmentPackage, { loaders }: Context): Promise<PurchasedPackage | null> {
  return (await loaders.purchasedByPackageId.load(pkg.id))[0] ?? null;
}

async function adapterOf(pkg: ShipmentPackage, { loaders, deps }: Context) {
  const shipment = await loaders.shipmentById.load(pkg.shipmentId);
  const account = shipment?.accountId ? await loaders.accountById.load(shipment.accountId) : null;
  return account && deps.carriers.get(account.carrierCode);
}
