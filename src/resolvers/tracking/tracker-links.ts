import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { Tracker } from "../../entities/tracker.js";
import { staffOnly } from "../../entities/values/access.js";

@Resolver(() => Tracker)
export class TrackerLinksResolver {
  @FieldResolver(() => ShipmentPackage, {
    nullable: true,
    description:
      "The package that was sent with this number, in its current state; null: the number was not bought here.",
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

  @Directive(staffOnly)
  @FieldResolver(() => PurchasedPackage, {
    nullable: true,
    description:
      "What was bought with this number: its label and void state, whatever was bought after it. Null: the number was not bought here, or this token may not read it.",
  })
  async purchasedPackage(
    @Root() { purchasedPackageId }: Tracker,
    @Ctx() { loaders }: Context,
  ): Promise<PurchasedPackage | null> {
    return purchasedPackageId === null ? null : loaders.purchasedById.load(purchasedPackageId);
  }
}

/** Buyers get no further than what is under way to them: the loaders know. */
async function packageOf({ purchasedPackageId }: Tracker, { loaders }: Context): Promise<ShipmentPackage | null> {
  const bought = purchasedPackageId === null ? null : await loaders.purchasedById.load(purchasedPackageId);
  return bought && loaders.packageById.load(bought.packageId);
}
