import { type EntityManager, In, IsNull, Not } from "typeorm";
import { GeneratedReturn } from "../../entities/generated-return.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchaseDecision } from "../../entities/purchase-decision.js";
import { erasedFingerprint } from "../claim/claim-once.js";
import { erasedErrors, erasedMessages, erasedText } from "./erased-values.js";

/** Texts of purchases that have ended; their keys stay, so that nothing is bought twice. */
export async function erasePurchases(
  manager: EntityManager,
  shipmentId: string,
  purchases: LabelPurchase[],
): Promise<void> {
  for (const { id, userErrors, carrierMessages, notices } of purchases) {
    const messages = { carrierMessages: erasedMessages(carrierMessages), notices: erasedMessages(notices) };
    const texts = { userErrors: erasedErrors(userErrors), ...messages };
    await manager.update(LabelPurchase, { id }, { requestFingerprint: erasedFingerprint, ...texts });
  }
  const purchaseId = In(purchases.map(({ id }) => id));
  await manager.update(PurchaseDecision, { purchaseId, reason: Not(IsNull()) }, { reason: erasedText });
  const returns = await manager.findBy(GeneratedReturn, [
    { outboundShipmentId: shipmentId },
    { returnShipmentId: shipmentId },
  ]);
  for (const { purchaseId: id, userErrors } of returns)
    await manager.update(GeneratedReturn, { purchaseId: id }, { userErrors: erasedErrors(userErrors) });
}
