import { type EntityManager, In } from "typeorm";
import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { LoadedAccount } from "../account/load-account.js";
import { noteMessages } from "../booking/note-learned.js";
import type { ShippingDeps } from "../deps.js";
import { isInForce } from "../is-in-force.js";
import { askForLabels } from "../label/ask-for-labels.js";
import { onePerPackage } from "../label/one-per-package.js";
import { isPrintable, type PreparedLabel, prepareLabel } from "../label/prepare-labels.js";
import { replaceLabel } from "../label/replace-label.js";

/** Bought packages in force, and those of them whose label cannot be printed. */
interface Unprintable {
  all: PurchasedPackage[];
  wanted: PurchasedPackage[];
}

/**
 * Asks the carrier again for bought labels that cannot be printed, in the format that was ordered, and puts its better
 * files in their place; what it sent first is kept. Reads only at the carrier; safe to repeat. What it still cannot give
 * stays as it is, for the next look.
 */
export async function recoverUnprintable(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
): Promise<void> {
  const { tenantId } = purchase;
  const found = await readInTenant(deps.database, tenantId, (manager) => findUnprintable(manager, purchase.id));
  if (found.wanted.length === 0) return;
  const better = await betterLabels(deps, loaded, purchase, found);
  if (better.size === 0) return;
  await inTenant(deps.database, tenantId, async (manager) => {
    const replaced: string[] = [];
    for (const [purchasedPackageId, label] of better)
      if (await replaceLabel(manager, purchase, purchasedPackageId, label)) replaced.push(purchasedPackageId);
    await noteMessages(manager, purchase, recoveredNotice(found, replaced, loaded.adapter.name));
  });
}

/** Whether a label of the purchase may not go on its box as it is. */
export async function hasUnprintable(manager: EntityManager, purchaseId: string): Promise<boolean> {
  return (await findUnprintable(manager, purchaseId)).wanted.length > 0;
}

async function findUnprintable(manager: EntityManager, purchaseId: string): Promise<Unprintable> {
  const bought = await manager.find(PurchasedPackage, { where: { purchaseId }, order: { id: "ASC" } });
  const all = bought.filter(isInForce);
  const ids = all.map(({ id }) => id);
  const flawed = { purchasedPackageId: In(ids), isPrintable: false, isRecovered: false };
  const labels = ids.length === 0 ? [] : await manager.findBy(ShippingLabel, flawed);
  return { all, wanted: all.filter(({ id }) => labels.some((label) => label.purchasedPackageId === id)) };
}

/** By package. First in the carrier's own format, then from the image that it makes for others. */
async function betterLabels(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  { all, wanted }: Unprintable,
): Promise<Map<string, PreparedLabel>> {
  const better = new Map<string, PreparedLabel>();
  for (const isCarrierPdf of purchase.labelFormat === "PDF" ? [true, false] : [false]) {
    const missing = wanted.filter(({ id }) => !better.has(id));
    if (missing.length === 0) break;
    const toRecover = { purchase, wanted: missing, all, field: [] };
    const asked = await askForLabels(loaded, toRecover, purchase.labelFormat, isCarrierPdf);
    if ("userErrors" in asked) continue;
    for (const { purchasedPackageId, file } of await onePerPackage(asked.labels, all)) {
      const prepared = await prepareLabel(deps, loaded.adapter, file, purchase.labelFormat);
      if (isPrintable(prepared)) better.set(purchasedPackageId, prepared);
    }
  }
  return new Map([...better].filter(([id]) => wanted.some((pkg) => pkg.id === id)));
}

function recoveredNotice({ all }: Unprintable, replaced: string[], carrierName: string) {
  if (replaced.length === 0) return [];
  const numbers = all.filter(({ id }) => replaced.includes(id)).map(({ trackingNumber }) => trackingNumber);
  const text = `The label of ${numbers.join(", ")} was asked for again at ${carrierName}, and can be printed now.`;
  return [{ carrierErrorCode: "LABEL_RECOVERED", severity: "INFO" as const, text }];
}
