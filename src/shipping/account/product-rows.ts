import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import { productsToShip } from "./product-readiness.js";

/** A row for each product that buying labels needs, NOT_CHECKED where there was no check, and then whatever else was checked. */
export function productRows(account: CarrierAccount, checked: CarrierProductCheck[]): CarrierProductCheck[] {
  const isNeeded = ({ product }: CarrierProductCheck) => productsToShip.some((needed) => needed === product);
  return [
    ...productsToShip.map((product) => checked.find((row) => row.product === product) ?? notChecked(account, product)),
    ...checked.filter((row) => !isNeeded(row)),
  ];
}

function notChecked({ tenantId, id }: CarrierAccount, product: CarrierProductCheck["product"]): CarrierProductCheck {
  return { tenantId, accountId: id, product, state: "NOT_CHECKED", setupStepKey: null, messages: [], checkedAt: null };
}
