import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal, type Result, settle } from "../result.js";
import { checkProducts } from "./check-products.js";
import { loadUsableAccount } from "./load-usable-account.js";

/**
 * Checks each of the carrier's products and stores one row for each. Creates nothing at the carrier and is safe to
 * repeat. That a product does not work is an answer, not an error. Codes: NOT_FOUND, NOT_ALLOWED, CONFLICT.
 */
export function validateCarrierAccount(
  deps: ShippingDeps,
  actor: Actor,
  { carrierAccountId: id }: { carrierAccountId: string },
): Promise<Result<CarrierAccount>> {
  return settle(async () => {
    const loaded = await loadUsableAccount(deps, actor, id);
    const found = await checkProducts(deps, loaded);
    if (found.value === null) throw new Refusal(found.userErrors);
    return loaded.account;
  });
}
