import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import { allProducts } from "./setup/products-to-ship.js";

/** A row for each product, NOT_CHECKED where there was no check; those that buying labels takes come first. */
export function productRows(account: CarrierAccount, checked: CarrierProductCheck[]): CarrierProductCheck[] {
  return allProducts.map((product) => checked.find((row) => row.product === product) ?? notChecked(account, product));
}

function notChecked({ tenantId, id }: CarrierAccount, product: CarrierProductCheck["product"]): CarrierProductCheck {
  const nothing = { setupStepKey: null, messages: [], negotiatedRates: null, checkedAt: null };
  return { tenantId, accountId: id, product, state: "NOT_CHECKED", ...nothing };
}
