import { type EntityManager, In } from "typeorm";
import { PackedItem } from "../../entities/packed-item.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";

/** Deletes a draft's packages with what is in them. */
export async function removePackages(manager: EntityManager, shipmentId: string): Promise<void> {
  const packages = await manager.find(ShipmentPackage, { where: { shipmentId }, select: { tenantId: true, id: true } });
  await manager.delete(PackedItem, { packageId: In(packages.map((pkg) => pkg.id)) });
  await manager.delete(ShipmentPackage, { shipmentId });
}
