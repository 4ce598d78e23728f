import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { Tracker } from "../../entities/tracker.js";

@Resolver(() => Tracker)
export class TrackerLinksResolver {
  @FieldResolver(() => ShipmentPackage, {
    nullable: true,
    description: "The package that was sent with this number; null: the number was not bought here.",
  })
  package(@Root() tracker: Tracker, @Ctx() context: Context): Promise<ShipmentPackage | null> {
    return packageOf(tracker, context);
  }

  @FieldResolver(() => Shipment, {
    nullable: true,
    description: "The shipment of that package; null: the number was not bought here.",
  })
  async shipment(@Root() tracker: Tracker, @Ctx() context: Context): Promise<Shipment | null> {
    const pkg = await packageOf(tracker, context);
    return pkg && context.loaders.shipmentById.load(pkg.shipmentId);
  }
}

/** Buyers get no further than what is under way to them: the loaders know. */
async function packageOf({ purchasedPackageId }: Tracker, { loaders }: Context): Promise<ShipmentPackage | null> {
  const bought = purchasedPackageId === null ? null : await loaders.purchasedById.load(purchasedPackageId);
  return bought && loaders.packageById.load(bought.packageId);
}
