import { isEuropeanUnion } from "./lanes.js";

/** Currency of the country, ISO 4217, for UPS's invoice line total; where not listed here, US dollars. */
const byCountry: Record<string, string> = {
  AE: "AED",
  AU: "AUD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CL: "CLP",
  CN: "CNY",
  CO: "COP",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  HK: "HKD",
  HU: "HUF",
  ID: "IDR",
  IL: "ILS",
  IN: "INR",
  JP: "JPY",
  KR: "KRW",
  MX: "MXN",
  MY: "MYR",
  NO: "NOK",
  NZ: "NZD",
  PH: "PHP",
  PL: "PLN",
  RO: "RON",
  SE: "SEK",
  SG: "SGD",
  TH: "THB",
  TR: "TRY",
  TW: "TWD",
  VN: "VND",
  ZA: "ZAR",
};
const euro = new Set("AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK".split(" "));

const dollar = new Set(["US", "PR"]);

/** Currencies without minor units (ISO 4217). */
const whole = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));

/** Decimals of an amount as UPS takes it: two at most, also where a currency has three. */
export function decimalsOf(currencyCode: string): 0 | 2 {
  return whole.has(currencyCode) ? 0 : 2;
}

export function currencyOf(country: string): string {
  return knownCurrencyOf(country) ?? "USD";
}

/** What a value can be declared in where it starts (Shipping.yaml, DeclaredValue.CurrencyCode); empty: not known to us. */
export function declaredCurrencies(country: string): string[] {
  const own = knownCurrencyOf(country);
  if (own === null) return [];
  return isEuropeanUnion(country) && own !== "EUR" ? [own, "EUR"] : [own];
}

/** Null where we do not know it. */
export function knownCurrencyOf(country: string): string | null {
  if (dollar.has(country)) return "USD";
  return euro.has(country) ? "EUR" : (byCountry[country] ?? null);
}
