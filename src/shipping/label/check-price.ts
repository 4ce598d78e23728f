import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { currentPrice } from "../rate/current-price.js";
import { Refusal } from "../result.js";
import { userError } from "../user-error.js";
import type { PurchasePlan } from "./assemble-purchase.js";
import { failureErrors } from "./failure-errors.js";

const field = ["input", "maxTotalPrice"];

/**
 * What the carrier now asks. Throws a `Refusal`: PRICE_CHANGED when that is more than `most` (null: anything goes), or
 * why the carrier gives no price.
 */
export async function checkPrice(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  plan: PurchasePlan,
  most: Money | null,
): Promise<Money> {
  const outcome = await currentPrice(deps, loaded, plan.details, plan.serviceCode, plan.units);
  if (outcome.kind !== "ANSWERED") throw new Refusal(failureErrors(outcome));
  const { total } = outcome.value;
  if (most !== null) refuseDearer(total, most);
  return total;
}

function refuseDearer(total: Money, most: Money): void {
  if (total.currencyCode !== most.currencyCode.toUpperCase()) {
    throw new Refusal([
      userError("INVALID", `The carrier charges in ${total.currencyCode}.`, [...field, "currencyCode"]),
    ]);
  }
  if (new Decimal(total.amount).greaterThan(most.amount)) {
    throw new Refusal([userError("PRICE_CHANGED", `The price is now ${total.amount} ${total.currencyCode}.`, field)]);
  }
}
