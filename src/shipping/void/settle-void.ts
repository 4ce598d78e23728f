import { type EntityManager, In, Not } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import { reach } from "../../failpoints.js";
import { markVoided } from "../booking/purchase-states.js";
import type { ShippingDeps } from "../deps.js";
import { recordDelivered } from "../event/record-delivered.js";
import { recordEvents } from "../event/record-events.js";
import { closeVoidedTrackers } from "../tracking/open-trackers.js";

/** As it is kept until it is stored. */
export interface VoidSettlement {
  voided: PurchasedPackage[];
  refused: PurchasedPackage[];
  messages: CarrierMessage[];
}

/**
 * Writes down what the carrier did, once however often it is tried; when the last package is voided, so are the purchase and
 * the shipment. What is of no package of the purchase changes nothing.
 */
export async function settleVoid(
  deps: ShippingDeps,
  purchase: LabelPurchase,
  settlement: VoidSettlement,
): Promise<void> {
  const { messages } = settlement;
  await inTenant(deps.database, purchase.tenantId, async (manager) => {
    // The row is the gate: two settlements at once would each miss the other's packages. The lock is that of
    // `lockShipment`: checks of foreign keys pass it.
    await manager.query("select 1 from shipment where id = $1 for no key update", [purchase.shipmentId]);
    const bought = await manager.findBy(PurchasedPackage, { purchaseId: purchase.id });
    const voided = ownAmong(bought, settlement.voided);
    const refused = ownAmong(bought, settlement.refused);
    const ids = (packages: PurchasedPackage[]) => ({ id: In(packages.map((pkg) => pkg.id)) });
    const open = { voidState: Not<PurchasedPackage["voidState"]>("VOIDED") };
    await manager.update(
      PurchasedPackage,
      { ...ids(voided), ...open },
      { voidState: "VOIDED", voidMessages: messages, voidedAt: () => "now()" },
    );
    await manager.update(
      PurchasedPackage,
      { ...ids(refused), voidState: "VOID_PENDING" },
      { voidState: "VOID_REFUSED", voidMessages: messages },
    );
    reach("void.settling", purchase.id);
    await closeVoidedTrackers(manager, voided);
    await closeWhenVoided(manager, purchase);
    await tellOf(manager, purchase, voided);
  });
  reach("void.settled", purchase.id);
}

/**
 * The purchase's packages of these numbers: found again after a restore they have other ids. Placeholders of a carrier's
 * test environment are told apart by the shipment's package.
 */
export function ownAmong(bought: PurchasedPackage[], named: PurchasedPackage[]): PurchasedPackage[] {
  const own = named.map((pkg) => {
    const same = bought.filter(({ trackingNumber }) => trackingNumber === pkg.trackingNumber);
    return same.find(({ packageId }) => packageId === pkg.packageId) ?? (same.length === 1 ? same[0] : undefined);
  });
  return own.filter((pkg) => pkg !== undefined);
}

async function tellOf(manager: EntityManager, purchase: LabelPurchase, voided: PurchasedPackage[]): Promise<void> {
  if (voided.length === 0) return;
  const { tenantId, shipmentId, id: purchaseId } = purchase;
  const event = { type: "LABEL_VOIDED", shipmentId, purchaseId } as const;
  await recordEvents(
    manager,
    tenantId,
    voided.map(({ packageId }) => ({ ...event, packageId })),
  );
  // What is left may have arrived before.
  await recordDelivered(manager, tenantId, purchaseId);
}

async function closeWhenVoided(manager: EntityManager, purchase: LabelPurchase): Promise<void> {
  const states = (await manager.findBy(PurchasedPackage, { purchaseId: purchase.id })).map((pkg) => pkg.voidState);
  if (states.length === 0 || states.some((state) => state !== "VOIDED")) return;
  await markVoided(manager, purchase);
}
