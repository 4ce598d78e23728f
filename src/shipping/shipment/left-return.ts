import type { EntityManager } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";

/** The return that an earlier try left behind when nothing was bought; locked. Null: none, or one that somebody changed. */
export async function findLeftReturn(
  manager: EntityManager,
  outboundShipmentId: string | null | undefined,
): Promise<Shipment | null> {
  if (!outboundShipmentId) return null;
  const left = await manager.findOne(Shipment, {
    where: { outboundShipmentId, status: "DRAFT", version: 1 },
    order: { createdAt: "DESC", id: "DESC" },
    lock: { mode: "pessimistic_write" },
  });
  if (left === null) return null;
  return (await manager.existsBy(LabelPurchase, { shipmentId: left.id })) ? left : null;
}
