import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import type { LoadedAccount } from "../account/load-account.js";
import { noteCharges } from "../booking/note-learned.js";
import type { ShippingDeps } from "../deps.js";
import { currentPrice } from "../rate/current-price.js";
import { loadStoredDetails } from "../shipment/stored-details.js";

const askedForDays = 3;

/** A booking whose answer told no charges that can be read, and that the carrier could not price at that moment. */
export function isUnrated({ state, chargesAmount, chargesAreEstimated }: LabelPurchase): boolean {
  return state === "PURCHASED" && chargesAmount === null && chargesAreEstimated;
}

/** Asks again what an unrated purchase costs; its charges stay unknown where the carrier refuses, or after three days. */
export async function rateLater(deps: ShippingDeps, loaded: LoadedAccount, purchase: LabelPurchase): Promise<void> {
  if (!isUnrated(purchase)) return;
  const details = await readInTenant(deps.database, purchase.tenantId, async (manager) =>
    loadStoredDetails(manager, await manager.findOneByOrFail(Shipment, { id: purchase.shipmentId })),
  );
  const outcome = await currentPrice(deps, loaded, details, purchase.serviceCode, null);
  const isOld = Date.now() - Date.parse(purchase.startedAt) > askedForDays * 86_400_000;
  if (outcome.kind !== "ANSWERED" && outcome.kind !== "REJECTED" && !isOld) return;
  const rated = outcome.kind === "ANSWERED" ? outcome.value : null;
  await inTenant(deps.database, purchase.tenantId, (manager) =>
    noteCharges(manager, purchase, rated && { charges: rated.total, chargeItems: rated.charges }),
  );
}
