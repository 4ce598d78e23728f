import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal, type Result, settle } from "../result.js";
import { userError } from "../user-error.js";
import { lockDraft } from "./lock-shipment.js";
import { removePackages } from "./remove-packages.js";

/**
 * Deletes a draft and the refused tries to buy it; gives its id. NOT_ALLOWED when it is no draft, or when a try ended
 * without an answer: the carrier is still watched for it.
 */
export function deleteShipment(
  deps: ShippingDeps,
  actor: Actor,
  input: { shipmentId: string },
): Promise<Result<string>> {
  const field = ["input", "shipmentId"];
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const { id } = await lockDraft(manager, input.shipmentId, field);
      await manager.delete(LabelPurchase, { shipmentId: id, state: "REJECTED" });
      if (await manager.existsBy(LabelPurchase, { shipmentId: id })) {
        throw new Refusal([
          userError("NOT_ALLOWED", "A try to buy it is on record and still watched at the carrier.", field),
        ]);
      }
      await removePackages(manager, id);
      await manager.delete(Shipment, { id });
      return id;
    }),
  );
}
