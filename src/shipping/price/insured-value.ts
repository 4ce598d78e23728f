import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";
import { unitPlaces } from "../../money.js";
import { Exact } from "./exact.js";

interface Goods {
  quantity: number;
  unitValue?: Money | null;
}

/**
 * The share of a package's goods that is declared to the carrier, to the currency's unit, half up. Null: none is asked for, or
 * what the goods are worth is not known of all, in one currency, or comes to nothing.
 */
export function insuredValue(goods: Goods[], percent: string): Money | null {
  const values = goods.map(({ unitValue }) => unitValue ?? null);
  const currencyCode = values[0]?.currencyCode;
  if (!currencyCode || !values.every((value) => value?.currencyCode === currencyCode)) return null;
  const value = goods.reduce(
    (sum, { quantity, unitValue }) => sum.plus(new Exact(unitValue!.amount).times(quantity)),
    new Exact(0),
  );
  const insured = value.times(percent).times("0.01").toDecimalPlaces(unitPlaces(currencyCode), Decimal.ROUND_HALF_UP);
  return insured.greaterThan(0) ? { amount: insured.toFixed(unitPlaces(currencyCode)), currencyCode } : null;
}
