import { isEuropeanUnion } from "./places/customs-areas.js";

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
  FO: "DKK",
  GB: "GBP",
  GG: "GBP",
  GL: "DKK",
  HK: "HKD",
  HU: "HUF",
  ID: "IDR",
  IL: "ILS",
  IM: "GBP",
  IN: "INR",
  JE: "GBP",
  JP: "JPY",
  KR: "KRW",
  LI: "CHF",
  MO: "MOP",
  MX: "MXN",
  MY: "MYR",
  NC: "XPF",
  NO: "NOK",
  NZ: "NZD",
  PF: "XPF",
  PH: "PHP",
  PL: "PLN",
  RO: "RON",
  SE: "SEK",
  SG: "SGD",
  TH: "THB",
  TR: "TRY",
  TW: "TWD",
  VN: "VND",
  WF: "XPF",
  ZA: "ZAR",
};
const euro = new Set(
  (
    "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK " +
    "IC XC XL AX SM VA AD ME KV GP MQ GF RE YT PM BL MF"
  ).split(" "),
);

const dollar = new Set("US PR VI GU AS MP PW FM MH UM".split(" "));

/** Currencies without minor units (ISO 4217). */
const whole = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));

/**
 * Codes that are not ISO 4217, with the currency they mean. RMB is what UPS answers for China (magento/magento2#4578, and
 * UPS extensions of public shops map it alike), CNH is the yuan outside the mainland; certain. The others are names in
 * trade for one currency each, never seen from UPS: read as that currency rather than as one that nobody knows.
 */
const isoCodes: Record<string, string> = { RMB: "CNY", CNH: "CNY", NTD: "TWD", NIS: "ILS", RUR: "RUB", UKP: "GBP" };

/** The ISO 4217 code of a currency as UPS names it: nothing but ISO codes is shown, compared or stored. */
export function isoCurrency(upsCode: string): string {
  const code = upsCode.trim().toUpperCase();
  return isoCodes[code] ?? code;
}

const isoCurrencies = new Set(Intl.supportedValuesOf("currency"));

/** Whether it is a code of ISO 4217 at all. */
export function isCurrency(code: string): boolean {
  return isoCurrencies.has(code);
}

/** The code that UPS names the currency by: its own for China, as it answers; likely taken as well as answered. */
export function upsCurrency(isoCode: string): string {
  return isoCode === "CNY" ? "RMB" : isoCode;
}

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
