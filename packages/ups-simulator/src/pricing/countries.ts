/** What the simulator knows of countries: measures, money, numbers for MaxiCode, forms of postal codes. */

const europeanUnion = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);

/** Approximate value of one US dollar, fixed so that prices are deterministic. */
const currencies: Record<string, { code: string; perDollar: number }> = {
  US: { code: "USD", perDollar: 1 },
  PR: { code: "USD", perDollar: 1 },
  CA: { code: "CAD", perDollar: 1.36 },
  MX: { code: "MXN", perDollar: 18 },
  GB: { code: "GBP", perDollar: 0.79 },
  PL: { code: "PLN", perDollar: 4 },
  CZ: { code: "CZK", perDollar: 23 },
  DK: { code: "DKK", perDollar: 6.9 },
  SE: { code: "SEK", perDollar: 10.5 },
  HU: { code: "HUF", perDollar: 360 },
  CH: { code: "CHF", perDollar: 0.88 },
  NO: { code: "NOK", perDollar: 10.7 },
  RO: { code: "RON", perDollar: 4.6 },
  // UPS's own code for the yuan, which is CNY in ISO 4217 (magento/magento2#4578).
  CN: { code: "RMB", perDollar: 7.2 },
};
const euro = { code: "EUR", perDollar: 0.92 };
const dollar = { code: "USD", perDollar: 1 };

/** ISO 3166-1 numeric, as MaxiCode carries it. */
const numericCodes: Record<string, string> = Object.fromEntries(
  (
    "US840 PR630 CA124 MX484 GB826 DE276 FR250 IT380 ES724 NL528 BE056 AT040 PL616 CZ203 DK208 SE752 FI246 IE372 " +
    "PT620 GR300 HU348 RO642 SK703 SI705 HR191 BG100 EE233 LV428 LT440 LU442 MT470 CY196 CH756 NO578 TR792 AE784 " +
    "VI850 GU316 AS016 MP580 AU036 NZ554 JP392 CN156 HK344 SG702 KR410 IN356 BR076 AR032 CL152 CO170 ZA710 IL376 VN704 TH764 MY458"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
);

const postalForms: Record<string, RegExp> = {
  US: /^\d{5}(-?\d{4})?$/,
  PR: /^\d{5}(-?\d{4})?$/,
  VI: /^\d{5}(-?\d{4})?$/,
  GU: /^\d{5}(-?\d{4})?$/,
  AS: /^\d{5}(-?\d{4})?$/,
  MP: /^\d{5}(-?\d{4})?$/,
  CA: /^[A-Z]\d[A-Z]\d[A-Z]\d$/,
  MX: /^\d{5}$/,
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  ES: /^\d{5}$/,
  IT: /^\d{5}$/,
  PL: /^\d{2}-?\d{3}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
  NL: /^\d{4} ?[A-Z]{2}$/,
  IE: /^([A-Z]\d[\dW] ?[A-Z\d]{4})?$/,
  PT: /^\d{4}-?\d{3}$/,
  BR: /^\d{5}-?\d{3}$/,
  JP: /^\d{3}-?\d{4}$/,
  CZ: /^\d{3} ?\d{2}$/,
  SK: /^\d{3} ?\d{2}$/,
  SE: /^\d{3} ?\d{2}$/,
  GR: /^\d{3} ?\d{2}$/,
  ...Object.fromEntries("AT AU BE CH DK HU LU NO".split(" ").map((country) => [country, /^\d{4}$/])),
};

/** Ship and Rate want a state or province of theirs; in Ireland the county, in Vietnam with the country before it. */
const stateForms: Record<string, RegExp> = {
  US: /^(A[AEKLPRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$/,
  CA: /^(AB|BC|MB|N[BLSTU]|ON|PE|QC|SK|YT)$/,
  IE: /^\S.{0,4}$/,
  VN: /^VN-[A-Z\d]{2}$/,
};

export const isEuropeanUnion = (country: string) => europeanUnion.has(country);
export const isUnitedStates = (country: string) => country === "US" || country === "PR";

const poundCountries = new Set(["US", "PR", "VI", "GU", "AS", "MP"]);

/** The United States and their territories measure in pounds and inches, Canada in either, everyone else in kilograms and centimetres. */
export function measuresOf(country: string): { weight: string[]; size: string[] } {
  if (country === "CA") return { weight: ["LBS", "KGS"], size: ["IN", "CM"] };
  return poundCountries.has(country) ? { weight: ["LBS"], size: ["IN"] } : { weight: ["KGS"], size: ["CM"] };
}

export function currencyOf(country: string): { code: string; perDollar: number } {
  return currencies[country] ?? (isEuropeanUnion(country) ? euro : dollar);
}

/** What an amount is worth at the simulator's rates; null: it has none of this currency. */
export function dollarsOf(amount: number, currencyCode: string): number | null {
  const currency = [dollar, euro, ...Object.values(currencies)].find(({ code }) => code === currencyCode);
  return currency ? amount / currency.perDollar : null;
}

export function numericCodeOf(country: string): string {
  return numericCodes[country] ?? "000";
}

/** Where no state is asked for, anything of at most five characters. */
export function isState(country: string, state: string): boolean {
  return (stateForms[country] ?? /^.{0,5}$/).test(state);
}

/** Countries without a known form accept anything, also nothing. */
export function isPostalCode(country: string, postalCode: string): boolean {
  return postalForms[country]?.test(postalCode) ?? true;
}
