import { loadAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import type { FoundBooking } from "./ask-first.js";
import type { ClaimedPurchase } from "./claim-purchase.js";
import { keepOne } from "./keep-one.js";

/**
 * Takes over what the key had bought before the database lost it, as reconciliation does. Never throws: the claim counts
 * as sent, so that what cannot be taken over now is by the next look.
 */
export async function adoptFound(
  deps: ShippingDeps,
  { purchase }: ClaimedPurchase,
  { booked }: FoundBooking,
): Promise<void> {
  try {
    const loaded = await loadAccount(deps, purchase.tenantId, purchase.accountId);
    if (loaded !== null) await keepOne(deps, loaded, purchase, booked);
  } catch (error) {
    deps.log.error("A booking that the database had lost could not be taken over yet.", {
      purchaseId: purchase.id,
      error,
    });
  }
}
