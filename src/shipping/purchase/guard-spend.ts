import type { EntityManager } from "typeorm";
import type { Money } from "../../carrier/values.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingDeps } from "../deps.js";
import { merchantPays } from "../rate/merchant-pays.js";
import { countSpend, limitsAmounts } from "../spend/count-spend.js";
import { loadSpendLimits } from "../spend/spend-limits.js";
import type { PurchasePlan } from "./assemble-purchase.js";

export interface SpendGuard {
  /** For the purchase's row: what the database gives back, or corrects, when the purchase ends. */
  columns: Pick<LabelPurchase, "payer" | "countedLabels" | "countedAmount" | "countedCurrency">;
  /** Counts, or throws a `Refusal`. The last step of the claim. */
  count(): Promise<void>;
}

/**
 * What limits mean for this purchase. Labels always count, amounts only where the merchant pays the carrier.
 * `checkedPrice`: the carrier's of this moment; null: it was not asked. Gives null when amounts are limited and what
 * the purchase will cost is not known. `isSpent`: it is bought already, so it is counted and never refused.
 */
export async function guardSpend(
  deps: ShippingDeps,
  manager: EntityManager,
  plan: PurchasePlan,
  checkedPrice: Money | null,
  isSpent = false,
): Promise<SpendGuard | null> {
  const { account, details, field } = plan;
  const limits = await loadSpendLimits(manager, deps.spendLimits, account.id);
  const isPaidByOthers = (await merchantPays(manager, [details.options])).includes(false);
  const payer = isPaidByOthers ? details.options.payer : "SENDER";
  if (limits.length === 0) return unlimited(payer);
  const price = isPaidByOthers ? null : checkedPrice;
  if (price === null && !isPaidByOthers && !isSpent && limitsAmounts(limits)) return null;
  const labels = details.packages.length;
  return {
    columns: {
      payer,
      countedLabels: labels,
      countedAmount: price?.amount ?? null,
      countedCurrency: price?.currencyCode ?? null,
    },
    count: () => {
      const spend = { accountId: account.id, labels, price, isAttempt: !isSpent };
      return countSpend(manager, account.tenantId, spend, isSpent ? [] : limits, field);
    },
  };
}

function unlimited(payer: LabelPurchase["payer"]): SpendGuard {
  return {
    columns: { payer, countedLabels: null, countedAmount: null, countedCurrency: null },
    count: () => Promise.resolve(),
  };
}
