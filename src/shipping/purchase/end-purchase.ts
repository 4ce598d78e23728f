import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { ShippingDeps } from "../deps.js";
import { statusWithoutPurchase } from "./refuse-unpurchasable.js";

export interface Ending {
  /** `NOT_CREATED` here: the carrier provably never processed it, so its key is free again. */
  state: "REJECTED" | "UNKNOWN" | "NOT_CREATED";
  userErrors: ShippingUserError[];
  messages: CarrierMessage[];
}

/**
 * Ends, or leaves open, a purchase that gave no labels. One that was settled meanwhile stays as it is; one that was only
 * given up for unknown takes the carrier's late, clear answer.
 */
export function endPurchase(deps: ShippingDeps, purchase: LabelPurchase, ending: Ending): Promise<void> {
  return inTenant(deps.database, purchase.tenantId, async (manager) => {
    const isOpen = ending.state === "UNKNOWN";
    const { affected } = await manager
      .createQueryBuilder()
      .update(LabelPurchase)
      .set({
        state: ending.state,
        userErrors: ending.userErrors,
        carrierMessages: ending.messages,
        ...(isOpen ? {} : { finishedAt: () => "now()", nextCheckAt: null }),
        ...(ending.state === "NOT_CREATED" ? { idempotencyKey: null } : {}),
      })
      .where("id = :id and state in (:...from)", {
        id: purchase.id,
        from: isOpen ? ["PENDING"] : ["PENDING", "UNKNOWN"],
      })
      .execute();
    if (affected === 1 && !isOpen) await releaseShipment(manager, purchase.shipmentId);
  });
}

/** The shipment can be bought again. */
export async function releaseShipment(manager: EntityManager, shipmentId: string): Promise<void> {
  await manager.update(
    Shipment,
    { id: shipmentId, status: "PURCHASING" },
    { status: await statusWithoutPurchase(manager, shipmentId) },
  );
}
