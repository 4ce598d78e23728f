import type { EntityManager } from "typeorm";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { Shipment } from "../../entities/shipment.js";
import { refuse } from "../result.js";

/** Throws a `Refusal` unless the locked shipment has no live purchase. */
export function refuseUnpurchasable(shipment: Shipment, field: string[]): void {
  if (shipment.status === "PURCHASED") {
    refuse("ALREADY_PURCHASED", "The shipment has labels: void them before buying again.", field);
  }
  if (shipment.status === "PURCHASING") {
    refuse("CONFLICT", "The shipment is being bought with another key.", field);
  }
}

/** DRAFT again, or VOIDED when labels were bought and voided before. */
export async function statusWithoutPurchase(manager: EntityManager, shipmentId: string): Promise<"DRAFT" | "VOIDED"> {
  const hadLabels = await manager
    .createQueryBuilder(PurchasedPackage, "bought")
    .innerJoin("bought.purchase", "purchase")
    .where("purchase.shipmentId = :shipmentId", { shipmentId })
    .getExists();
  return hadLabels ? "VOIDED" : "DRAFT";
}
