import { type EntityManager, IsNull } from "typeorm";
import type { RateCharge } from "../../carrier/rating.js";
import type { Money } from "../../carrier/values.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";

/*
 * What is learned of a purchase after it ended: what it costs, and what the carrier says of it. Its state, its key and its
 * next look stay as they are.
 */

/** What a booking costs whose charges were not told with it; null: nobody will tell. Known charges stay as they are. */
export async function noteCharges(
  manager: EntityManager,
  { id }: LabelPurchase,
  rated: { charges: Money; chargeItems: RateCharge[] } | null,
): Promise<void> {
  const change = rated
    ? {
        chargesAmount: rated.charges.amount,
        chargesCurrency: rated.charges.currencyCode,
        chargeItems: rated.chargeItems,
      }
    : { chargesAreEstimated: false };
  await manager.update(LabelPurchase, { id, state: "PURCHASED", chargesAmount: IsNull() }, change);
}

/**
 * What the carrier's own answer, which came to hand after the booking had been found again, says it costs. Charges that
 * the carrier told stay as they are.
 */
export async function correctCharges(
  manager: EntityManager,
  { id }: LabelPurchase,
  told: {
    charges: Money;
    chargeItems: RateCharge[];
    packages: Pick<PurchasedPackage, "trackingNumber" | "chargeItems">[];
  },
): Promise<void> {
  const { charges, chargeItems } = told;
  const change = { chargesAmount: charges.amount, chargesCurrency: charges.currencyCode, chargeItems };
  const estimated = { id, state: "PURCHASED" as const, chargesAreEstimated: true };
  const { affected } = await manager.update(LabelPurchase, estimated, { ...change, chargesAreEstimated: false });
  if (affected === 0) return;
  for (const { trackingNumber, chargeItems: ofPackage } of told.packages)
    await manager.update(PurchasedPackage, { purchaseId: id, trackingNumber }, { chargeItems: ofPackage });
}

/** What is learned of a purchase after it ended; what was said before stays. */
export async function noteMessages(
  manager: EntityManager,
  { id }: LabelPurchase,
  messages: CarrierMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const note = "update label_purchase set carrier_messages = carrier_messages || $2::jsonb where id = $1";
  await manager.query(note, [id, JSON.stringify(messages)]);
}
