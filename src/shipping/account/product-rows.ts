import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { CarrierProductCheck } from "../../entities/carrier-product-check.js";

/**
 * A row for each product, with its account, NOT_CHECKED where there was no check; those that buying labels takes come
 * first. `adapter` absent: the carrier is not served here.
 */
export function productRows(
  adapter: CarrierAdapter | undefined,
  account: CarrierAccount,
  checked: CarrierProductCheck[],
): CarrierProductCheck[] {
  const { toShip, others: besides } = adapter?.accounts.products ?? { toShip: [], others: [] };
  return [...toShip, ...besides].map((product) => {
    const check = checked.find((row) => row.product === product) ?? notChecked(account, product);
    return { ...check, account };
  });
}

function notChecked({ tenantId, id }: CarrierAccount, product: CarrierProductCheck["product"]): CarrierProductCheck {
  const nothing = { setupStepKey: null, messages: [], negotiatedRates: null, checkedAt: null };
  return { tenantId, accountId: id, product, state: "NOT_CHECKED", ...nothing };
}
