import { Decimal } from "decimal.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { amountText, unitPlaces } from "../../money.js";
import { userError } from "../user-error.js";

const currencies = new Set(Intl.supportedValuesOf("currency"));

interface Bounds {
  least?: number;
  most?: number;
}

/** INVALID for a decimal out of bounds, both of which are allowed. */
export function checkDecimal(text: string, at: string[], { least, most }: Bounds): ShippingUserError[] {
  const value = new Decimal(text);
  if (least !== undefined && value.lessThan(least)) return [userError("INVALID", `It is ${least} at least.`, at)];
  if (most !== undefined && value.greaterThan(most)) return [userError("INVALID", `It is ${most} at most.`, at)];
  return [];
}

/** INVALID for what no ISO 4217 currency is. */
export function checkCurrency(code: string, at: string[]): ShippingUserError[] {
  return currencies.has(code) ? [] : [userError("INVALID", "This is no currency code of ISO 4217.", at)];
}

/** INVALID for parts of the currency's smallest unit, and for what is less than `least`. */
export function checkAmount(money: MonetaryAmount, at: string[], bounds: Bounds): ShippingUserError[] {
  const wrongCurrency = checkCurrency(money.currencyCode, [...at, "currencyCode"]);
  if (wrongCurrency.length > 0) return wrongCurrency;
  const field = [...at, "amount"];
  return [...checkExact(money.amount, money.currencyCode, field), ...checkDecimal(money.amount, field, bounds)];
}

/** INVALID for parts of the smallest unit; nothing where the currency is none. */
export function checkExact(amount: string, currencyCode: string, at: string[]): ShippingUserError[] {
  const decimals = unitPlaces(currencyCode);
  if (!currencies.has(currencyCode) || new Decimal(amount).decimalPlaces() <= decimals) return [];
  return [userError("INVALID", `${currencyCode} has ${decimals} decimals.`, at)];
}

/** As many decimals as the currency has. */
export function inFullDecimals({ amount, currencyCode }: MonetaryAmount): MonetaryAmount {
  return { amount: amountText(new Decimal(amount), currencyCode), currencyCode };
}

/** A currency that a method names, and whether this input names it. */
export interface NamedCurrency {
  currencyCode: string;
  at: string[];
  isStated: boolean;
}

/** INVALID where the input names another currency than what is stored, or than what it names first. */
export function checkOneCurrency(named: NamedCurrency[]): ShippingUserError[] {
  const first = named.find(({ isStated }) => !isStated) ?? named[0];
  return named
    .filter(({ currencyCode, isStated }) => isStated && currencyCode !== first?.currencyCode)
    .map(({ at }) => userError("INVALID", `The amounts of this method are in ${first?.currencyCode}.`, at));
}
