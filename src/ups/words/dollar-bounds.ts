import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";

/**
 * More US dollars than one unit of a currency was worth on any day since 2000 (public exchange rates of the Federal
 * Reserve, rounded up): bounds and no rates. They prove that an amount lies under a limit in dollars, nothing else.
 */
const mostDollars: Record<string, string> = {
  AED: "0.28",
  AUD: "1.15",
  BRL: "0.7",
  CAD: "1.15",
  CHF: "1.45",
  CLP: "0.0025",
  CNY: "0.17",
  COP: "0.0007",
  CZK: "0.08",
  DKK: "0.23",
  EUR: "1.65",
  GBP: "2.15",
  HKD: "0.14",
  HUF: "0.008",
  IDR: "0.0002",
  ILS: "0.36",
  INR: "0.03",
  JPY: "0.014",
  KRW: "0.0013",
  MXN: "0.13",
  MYR: "0.36",
  NOK: "0.22",
  NZD: "0.95",
  PHP: "0.03",
  PLN: "0.55",
  RON: "0.5",
  SEK: "0.19",
  SGD: "0.86",
  THB: "0.04",
  TRY: "0.95",
  TWD: "0.04",
  USD: "1",
  VND: "0.0001",
  ZAR: "0.2",
};
/** No currency's unit was ever worth five dollars. */
const mostOfAny = "5";

/** And what a euro was worth at least; the dollar is its own bound. */
export const leastEuroInDollars = "0.82";
export const mostEuroInDollars = new Decimal(mostDollars.EUR ?? mostOfAny);

/** No less than what the amount is worth in US dollars; exact for dollars. */
export function mostInDollars({ amount, currencyCode }: Money): Decimal {
  return new Decimal(amount).times(mostDollars[currencyCode] ?? mostOfAny);
}
