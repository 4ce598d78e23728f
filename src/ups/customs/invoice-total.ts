import { Decimal } from "decimal.js";
import type { CustomsItem } from "../../carrier/customs.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Money } from "../../carrier/values.js";
import { addMoney } from "../../money.js";
import { currencyOf, decimalsOf, upsCurrency } from "../words/currencies.js";
import { laneOf } from "../words/lanes.js";
import { declarationToSend } from "./declaration.js";
import { goodsValue } from "./goods-value.js";
import { lineTotal } from "./product-lines.js";

/** A total that UPS takes (Shipping.yaml, InvoiceLineTotal). */
const limits = { least: 1, most: 99_999_999 };

/**
 * The value of all goods, to the cent or the whole unit of a currency without cents: what the invoice says, where one
 * is made; else of what is inside, for packages where that is not known as declared. Null when a package has neither,
 * or they come in several currencies.
 */
export function goodsTotal(details: ShipmentDetails): Money | null {
  const { packages } = details;
  const declaration = declarationToSend(details);
  if (declaration !== null) return totalOf(declaration.items.map(lineValue));
  return totalOf(packages.map(goodsValue)) ?? totalOf(packages.map((pkg) => pkg.declaredValue));
}

export function isInvoiceTotal({ amount }: Money): boolean {
  const total = new Decimal(amount);
  return total.greaterThanOrEqualTo(limits.least) && total.lessThanOrEqualTo(limits.most);
}

export function serialiseInvoiceTotal(details: ShipmentDetails) {
  const total = goodsTotal(details);
  return total && { CurrencyCode: upsCurrency(total.currencyCode), MonetaryValue: total.amount };
}

/**
 * For a price only: UPS refuses to give transit times abroad without a value (111549), while the value changes neither
 * price nor time, so its least one stands in when none is known that UPS takes. Never used for a purchase.
 */
export function totalForTransitTimes(details: ShipmentDetails) {
  const total = goodsTotal(details);
  return total && isInvoiceTotal(total)
    ? { CurrencyCode: upsCurrency(total.currencyCode), MonetaryValue: total.amount }
    : { CurrencyCode: upsCurrency(currencyOf(laneOf(details).from)), MonetaryValue: "1" };
}

function lineValue(item: CustomsItem): Money | null {
  return item.unitValue && { ...item.unitValue, amount: lineTotal(item).toFixed() };
}

function totalOf(values: (Money | null)[]): Money | null {
  const declared = values.filter((value) => value !== null);
  const isWhole = declared.length === values.length && new Set(declared.map((value) => value.currencyCode)).size === 1;
  const total = isWhole ? declared.reduce(addMoney) : null;
  return total && /^[A-Z]{3}$/.test(total.currencyCode)
    ? { ...total, amount: new Decimal(total.amount).toFixed(decimalsOf(total.currencyCode), Decimal.ROUND_HALF_UP) }
    : null;
}
