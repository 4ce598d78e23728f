import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { currentPrice } from "../rate/current-price.js";
import { Refusal, refuse } from "../result.js";
import { userError } from "../user-error.js";
import type { PurchasePlan } from "./assemble-purchase.js";

const field = ["input", "maxTotalPrice"];

/**
 * What the carrier now asks. Throws a `Refusal`, before the claim, so that there is no purchase and no shipment:
 * PRICE_CHANGED when that is more than `most` (null: anything goes), OPTION_NOT_ALLOWED without asking where the price is
 * known only after it was bought, or why the carrier gives none.
 */
export async function checkPrice(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  plan: PurchasePlan,
  most: Money | null,
): Promise<Money> {
  const { returnService } = plan.details;
  const isPriced = returnService === null || plan.adapter.returns?.isPricedBefore(returnService);
  if (!isPriced) throw new Refusal([unpriced(plan, most)]);
  const outcome = await currentPrice(deps, loaded, plan.details, plan.serviceCode, plan.units);
  if (outcome.kind !== "ANSWERED") throw new Refusal(failureErrors(outcome));
  const { total } = outcome.value;
  if (most !== null) refuseDearer(total, most);
  return total;
}

/** Without `most` it is a limit on amounts that needs the price; what is not saved yet is a return that names its kind. */
function unpriced({ adapter, shipment, field: place }: PurchasePlan, most: Money | null): ShippingUserError {
  const why = `${adapter.name} gives no price for this return service before it is bought`;
  if (most !== null) return userError("OPTION_NOT_ALLOWED", `${why}: leave maxTotalPrice out.`, field);
  const at = shipment !== null ? place : ["input", "returnService", "kind"];
  return userError("OPTION_NOT_ALLOWED", `${why}, and the limits on amounts need one: choose another kind.`, at);
}

function refuseDearer(total: Money, most: Money): void {
  if (total.currencyCode !== most.currencyCode.toUpperCase()) {
    refuse("INVALID", `The carrier charges in ${total.currencyCode}.`, [...field, "currencyCode"]);
  }
  if (new Decimal(total.amount).greaterThan(most.amount)) {
    refuse("PRICE_CHANGED", `The price is now ${total.amount} ${total.currencyCode}.`, field);
  }
}
