import type { Money } from "../../carrier/values.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import type { InvoicingPolicy } from "../../entities/values/account-enums.js";
import type { InvoiceableBasis } from "../../entities/values/invoiceable-basis.js";
import { sumOf } from "../../money.js";
import { type PurchaseCharges, purchaseCharges, sumCharges } from "./purchase-charges.js";

/** What a shipment costs, over all of its purchases. */
export interface Charges {
  estimated: Money | null;
  purchased: Money | null;
  voided: Money | null;
  actual: Money | null;
  paidByMerchant: Money | null;
  paidByOthers: Money | null;
  isActualEstimated: boolean;
  hasUnknownVoidedCharges: boolean;
  invoiceable: Money | null;
  invoiceableBasis: InvoiceableBasis | null;
}

/** A purchase that gave labels, with what became of them. */
interface Bought extends PurchaseCharges {
  purchase: LabelPurchase;
}

/** `purchases` newest first, of which those count that gave labels; `packages`: of each of them, in the same order. */
export function chargesOf(
  purchases: LabelPurchase[],
  packages: PurchasedPackage[][],
  estimated: Money | null,
  policy: InvoicingPolicy,
): Charges {
  const bought = purchases
    .map((purchase, index): Bought => ({ purchase, ...purchaseCharges(purchase, packages[index] ?? []) }))
    .filter(({ purchase }) => purchase.state === "PURCHASED");
  const live = bought.find(({ purchase }) => purchase.voidedAt === null) ?? null;
  const actual = live ? live.net : (bought[0]?.net ?? null);
  const isPaidByOthers = live !== null && live.purchase.payer !== "SENDER";
  return {
    estimated,
    purchased: sumCharges(bought.map(({ purchased }) => purchased)),
    voided: sumCharges(bought.map(({ voided }) => voided)),
    actual,
    paidByMerchant: isPaidByOthers ? nothingOf(actual) : actual,
    paidByOthers: isPaidByOthers ? actual : nothingOf(actual),
    isActualEstimated: live?.purchase.chargesAreEstimated ?? false,
    hasUnknownVoidedCharges: bought.some(({ hasUnknownVoided }) => hasUnknownVoided),
    ...invoiceableOf({ estimated, actual, isBought: bought.length > 0, live, policy }),
  };
}

interface Invoicing extends Pick<Charges, "estimated" | "actual"> {
  isBought: boolean;
  live: Bought | null;
  policy: InvoicingPolicy;
}

/** Nothing for what is voided, or what the carrier bills to others: it must not be billed again. */
function invoiceableOf({ estimated, actual, isBought, live, policy }: Invoicing) {
  const due = (invoiceable: Money | null, basis: InvoiceableBasis) => ({
    invoiceable,
    invoiceableBasis: invoiceable && basis,
  });
  if (isBought && live === null) return due(nothingOf(actual ?? estimated), "VOIDED");
  if (live !== null && live.purchase.payer !== "SENDER") return due(nothingOf(actual ?? estimated), "PAID_BY_OTHERS");
  return policy === "ESTIMATED" && estimated !== null ? due(estimated, "ESTIMATED") : due(actual, "ACTUAL");
}

function nothingOf(money: Money | null): Money | null {
  return money && sumOf([], money.currencyCode);
}
