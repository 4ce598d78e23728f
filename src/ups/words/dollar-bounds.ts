import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";

/**
 * What one unit of a currency is worth in US dollars at least and at most: bounds and no rates. UPS converts by rates of
 * its own, which it does not publish. At least: less than on any day from 2021 to 2025, by about a twentieth. At most:
 * more than on any day since 2000. Both by the public exchange rates of the Federal Reserve (H.10), rounded away from
 * each other; written in November 2026, likely and not recomputed. What lies over a limit by the one is refused, by the other only told. "0": it loses
 * value too fast for a bound.
 */
const dollars: Record<string, [least: string, most: string]> = {
  AED: ["0.27", "0.28"],
  AUD: ["0.54", "1.15"],
  BRL: ["0.14", "0.7"],
  CAD: ["0.64", "1.15"],
  CHF: ["0.9", "1.45"],
  CLP: ["0.0009", "0.0025"],
  CNY: ["0.13", "0.17"],
  COP: ["0.00018", "0.0007"],
  CZK: ["0.036", "0.08"],
  DKK: ["0.12", "0.23"],
  EUR: ["0.9", "1.65"],
  GBP: ["1", "2.15"],
  HKD: ["0.12", "0.14"],
  HUF: ["0.0021", "0.008"],
  IDR: ["0.00005", "0.0002"],
  ILS: ["0.23", "0.36"],
  INR: ["0.01", "0.03"],
  JPY: ["0.0058", "0.014"],
  KRW: ["0.0006", "0.0013"],
  MXN: ["0.044", "0.13"],
  MYR: ["0.19", "0.36"],
  NOK: ["0.082", "0.22"],
  NZD: ["0.51", "0.95"],
  PHP: ["0.015", "0.03"],
  PLN: ["0.18", "0.55"],
  RON: ["0.17", "0.5"],
  SEK: ["0.082", "0.19"],
  SGD: ["0.65", "0.86"],
  THB: ["0.024", "0.04"],
  TRY: ["0", "0.95"],
  TWD: ["0.028", "0.04"],
  USD: ["1", "1"],
  VND: ["0.00003", "0.0001"],
  ZAR: ["0.047", "0.2"],
};
/** No currency's unit was ever worth five dollars; of one that is not here nothing else is known. */
const anyCurrency = ["0", "5"] as const;

const boundsOf = (currencyCode: string) => dollars[currencyCode] ?? anyCurrency;
const [leastEuro, mostEuro] = boundsOf("EUR");
/** A euro itself. */
export const euroBounds = { least: new Decimal(leastEuro), most: new Decimal(mostEuro) };

/** No less than what the amount is worth in US dollars; exact for dollars. */
export function mostInDollars({ amount, currencyCode }: Money): Decimal {
  return new Decimal(amount).times(boundsOf(currencyCode)[1]);
}

/** No more than what it is worth, at any rate that is plausible today; exact for dollars. */
export function leastInDollars({ amount, currencyCode }: Money): Decimal {
  return new Decimal(amount).times(boundsOf(currencyCode)[0]);
}
