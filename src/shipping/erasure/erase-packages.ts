import { type EntityManager, In } from "typeorm";
import { PackedItem } from "../../entities/packed-item.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { erasedDangerousGoods, erasedMessages, erasedText } from "./erased-values.js";

/** Texts on a shipment's packages and goods, and what was said when they were voided. Codes, values and weights stay. */
export async function erasePackages(
  manager: EntityManager,
  shipmentId: string,
  bought: PurchasedPackage[],
): Promise<void> {
  const packages = await manager.findBy(ShipmentPackage, { shipmentId });
  for (const { id, dangerousGoods } of packages) {
    const goods = dangerousGoods && { dangerousGoods: erasedDangerousGoods(dangerousGoods) };
    await manager.update(ShipmentPackage, { id }, { reference: null, ...goods });
  }
  await manager.update(PackedItem, { packageId: In(packages.map(({ id }) => id)) }, { description: erasedText });
  for (const { id, voidMessages } of bought) {
    if (voidMessages.length === 0) continue;
    await manager.update(PurchasedPackage, { id }, { voidMessages: erasedMessages(voidMessages) });
  }
}
