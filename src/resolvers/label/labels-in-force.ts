import type { Context } from "../../context.js";
import type { ShippingLabel } from "../../entities/shipping-label.js";
import { isInForce } from "../../shipping/is-in-force.js";

/** The bought labels of a shipment that are not voided, in package order. */
export async function labelsInForce(loaders: Context["loaders"], shipmentId: string): Promise<ShippingLabel[]> {
  const packages = await loaders.packagesByShipmentId.load(shipmentId);
  const bought = (await loaders.purchasedByPackageId.loadMany(packages.map(({ id }) => id))).flatMap((all) =>
    Array.isArray(all) ? all.slice(0, 1) : [],
  );
  const inForce = bought.filter(isInForce);
  return (await loaders.labelByPurchasedPackageId.loadMany(inForce.map(({ id }) => id))).flatMap((label) =>
    label instanceof Error || label === null ? [] : [label],
  );
}
