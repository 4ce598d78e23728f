import { type EntityManager, In, IsNull } from "typeorm";
import { LabelFile } from "../../entities/label-file.js";
import { ShippingLabel } from "../../entities/shipping-label.js";

/** The files of a shipment's labels, copies and previews too; gives of how many labels. */
export async function eraseLabels(manager: EntityManager, shipmentId: string): Promise<number> {
  const labels = await manager.find(ShippingLabel, { where: { shipmentId }, select: { tenantId: true, id: true } });
  await manager.delete(LabelFile, { labelId: In(labels.map(({ id }) => id)) });
  const erased = { erasedAt: () => "now()" };
  const { affected } = await manager.update(ShippingLabel, { shipmentId, erasedAt: IsNull() }, erased);
  return affected ?? 0;
}
