import { inTenant } from "../../database/tenant-transaction.js";
import { AcceptedOffer } from "../../entities/accepted-offer.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { forgetRefused } from "../booking/purchase-states.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, settle } from "../result.js";
import { forgetReturn } from "./generated-return.js";
import { detachDocuments } from "./link-documents.js";
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
      const { id, duplicateOfId } = await lockDraft(manager, input.shipmentId, field, "deleted");
      await detachDocuments(manager, id);
      await forgetRefused(manager, id);
      if (await manager.existsBy(LabelPurchase, { shipmentId: id })) {
        const message = "A try to buy it is still watched at the carrier, or was decided on by a person.";
        refuse("NOT_ALLOWED", message, field);
      }
      await forgetReturn(manager, id);
      // Its copies stay in the family: what was voided as sent to a wrong address is remembered for all of it.
      await manager.update(Shipment, { duplicateOfId: id }, { duplicateOfId });
      await removePackages(manager, id);
      await manager.delete(AcceptedOffer, { shipmentId: id });
      await manager.delete(Shipment, { id });
      return id;
    }),
  );
}
