/**
 * How postal codes are written, by country: # is a digit, @ a letter, * either, all else stands as it is; several forms are
 * parted by |. After the Universal Postal Union's addressing sheets and Unicode CLDR's last table of postal codes. Countries
 * that are in neither table here are not judged.
 */
const byForm: Readonly<Record<string, string>> = {
  "###": "FO IS LS MG OM PG",
  "####":
    "AF AL AM AT AU BD BE BG CC CH CV CX CY DK ET GE GL GW HM HU LI LU LR MK MZ NE NF NO NZ PH PY SI SJ TN ZA SV PA",
  "#####":
    "BA CR CU DE DO DZ EE EG ES FI FR GF GP GT HN HR IQ IT JO KE KR KW LA LK LY MA MC ME MM MQ MU MV MX MY NC NP PF PK PM " +
    "RE RS SD SM SN TH TR TZ UA UY VA WF XK YT ZM NI ID BT BL MF PE",
  "######": "BY CN CO EC IN KG KZ NG RO RU SG TJ TM TT UZ",
  "#######": "CL",
  "#####|#####-####": "US PR VI GU AS MP UM FM MH PW",
  "@#@ #@@|@# #@@|@## #@@|@@# #@@|@@## #@@|@@#@ #@@|GIR #@@": "GB GG JE IM",
  "### ##": "CZ SK SE GR",
};

const single: Readonly<Record<string, string>> = {
  AD: "AD###",
  AI: "AI-####",
  AR: "@####@@@|####",
  AX: "#####",
  AZ: "AZ ####",
  BB: "BB#####",
  BH: "####|###",
  BM: "@@ ##|@@ @@",
  BN: "@@####",
  BR: "#####-###",
  CA: "@#@ #@#",
  FK: "FIQQ #@@",
  GI: "GX## #@@",
  HT: "####",
  IE: "@#* ****",
  IL: "#######|#####",
  IO: "BBND #@@",
  IR: "#####-#####",
  JP: "###-####",
  KH: "######|#####",
  KY: "KY#-####",
  LB: "#### ####|####",
  LC: "LC## ###",
  LT: "LT-#####",
  LV: "LV-####",
  MD: "MD-####",
  MN: "#####|######",
  MS: "MSR ####",
  MT: "@@@ ####",
  NL: "#### @@",
  PL: "##-###",
  PN: "PCRN #@@",
  PT: "####-###",
  SA: "#####|#####-####",
  SH: "ASCN #@@|STHL #@@|TDCU #@@",
  SO: "@@ #####",
  SZ: "@###",
  TC: "TKCA #@@",
  TW: "######|#####|###",
  VC: "VC####",
  VE: "####",
  VG: "VG####",
  VN: "######|#####",
};

export const postalForms: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...Object.entries(byForm).flatMap(([forms, countries]) => countries.split(" ").map((country) => [country, forms])),
    ...Object.entries(single),
  ].map(([country = "", forms = ""]) => [country, forms.split("|")] as const),
);

/** Without postal codes: what shops fill in there, zeros or dashes, means none. */
export const withoutPostalCodes: ReadonlySet<string> = new Set(
  (
    "AE AG AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GM GN GQ GY HK JM KI KM KN KP ML MO MR MW NR NU QA " +
    "RW SB SC SL SR SS ST SX SY TD TG TK TL TO TV UG VU YE ZW"
  ).split(" "),
);

/** Before a number people write the sign of the country's cars too, or its code in letters. */
export const countrySigns: Readonly<Record<string, string>> = {
  AT: "A",
  BE: "B",
  DE: "D",
  ES: "E",
  FI: "FIN",
  FR: "F",
  HU: "H",
  IT: "I",
  LI: "FL",
  LU: "L",
  NO: "N",
  PT: "P",
  SE: "S",
};
