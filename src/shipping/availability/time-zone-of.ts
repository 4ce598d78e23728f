import { regionCode } from "../../carrier/regions.js";

/** States and provinces by the zone that most of their people live in. */
const byRegion: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    "America/Denver": "CO ID MT NM UT WY",
    "America/Phoenix": "AZ",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
    "America/Puerto_Rico": "PR",
  },
  CA: {
    "America/St_Johns": "NL",
    "America/Halifax": "NB NS PE",
    "America/Toronto": "ON QC",
    "America/Iqaluit": "NU",
    "America/Winnipeg": "MB",
    "America/Regina": "SK",
    "America/Edmonton": "AB NT",
    "America/Whitehorse": "YT",
    "America/Vancouver": "BC",
  },
  AU: {
    "Australia/Sydney": "ACT NSW",
    "Australia/Melbourne": "VIC",
    "Australia/Brisbane": "QLD",
    "Australia/Adelaide": "SA",
    "Australia/Hobart": "TAS",
    "Australia/Darwin": "NT",
    "Australia/Perth": "WA",
  },
  ES: { "Atlantic/Canary": "GC TF", "Africa/Ceuta": "CE ML" },
};

/** Of countries with several, the one that most people live in. */
const ofCountry: Readonly<Record<string, string>> = {
  US: "America/New_York",
  CA: "America/Toronto",
  AU: "Australia/Sydney",
  MX: "America/Mexico_City",
  BR: "America/Sao_Paulo",
  CL: "America/Santiago",
  NZ: "Pacific/Auckland",
  DE: "Europe/Berlin",
  ES: "Europe/Madrid",
  PT: "Europe/Lisbon",
  CN: "Asia/Shanghai",
  ID: "Asia/Jakarta",
  RU: "Europe/Moscow",
};

/** The time zone (IANA name) of an address where nobody has stated one; UTC where the country is not known. */
export function timeZoneOf({ countryCode, region }: { countryCode: string; region: string | null }): string {
  const code = regionCode(countryCode, region);
  const zones = Object.entries(byRegion[countryCode] ?? {});
  const [zone] = zones.find(([, regions]) => code !== null && regions.split(" ").includes(code)) ?? [];
  return zone ?? ofCountry[countryCode] ?? onlyZoneOf(countryCode) ?? "UTC";
}

/** As Unicode's tables have it, which Node.js brings along and TypeScript does not know of. */
function onlyZoneOf(countryCode: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(countryCode)) return undefined;
  const { timeZones } = new Intl.Locale(`und-${countryCode}`) as Intl.Locale & { timeZones?: string[] };
  return timeZones?.[0];
}
