import type { Context } from "../../context.js";
import type { PurchasedPackage } from "../../entities/purchased-package.js";

/** Where people follow a number: at the carrier that it was bought from, whatever the shipment is sent with now. */
export async function trackingUrlOf(
  { purchaseId, trackingNumber }: PurchasedPackage,
  { loaders, deps }: Context,
): Promise<string | null> {
  const purchase = await loaders.purchaseById.load(purchaseId);
  const account = purchase && (await loaders.accountById.load(purchase.accountId));
  return (account && deps.carriers.get(account.carrierCode)?.trackingUrl(trackingNumber)) ?? null;
}
