import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Shipment } from "../../entities/shipment.js";
import type { Tracker } from "../../entities/tracker.js";
import { ShipmentDeliveryStatus } from "../../entities/values/delivery-status.js";
import { isInForce } from "../../shipping/is-in-force.js";
import { deliveryStatusOf } from "../../shipping/tracking/delivery-status.js";

@Resolver(() => Shipment)
export class DeliveryStatusResolver {
  @FieldResolver(() => ShipmentDeliveryStatus, {
    nullable: true,
    description:
      "Delivery status of all packages together, as last reported: the carrier is not called. Labels voided, or being voided, do not count. Null: no label is in force. Per package: packages.tracker.",
  })
  async deliveryStatus(@Root() { id }: Shipment, @Ctx() { loaders }: Context): Promise<ShipmentDeliveryStatus | null> {
    const packages = await loaders.packagesByShipmentId.load(id);
    const statuses = await Promise.all(packages.map((pkg) => statusOf(pkg.id, loaders)));
    return deliveryStatusOf(statuses.flat());
  }
}

/** None: the package has no label in force. */
async function statusOf(packageId: string, loaders: Context["loaders"]): Promise<Tracker["status"][]> {
  const [latest] = await loaders.purchasedByPackageId.load(packageId);
  if (latest === undefined || !isInForce(latest)) return [];
  return [(await loaders.trackerByPurchasedPackageId.load(latest.id))?.status ?? "UNKNOWN"];
}
