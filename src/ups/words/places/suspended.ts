import type { WrittenPlace } from "./written-place.js";

/** Where UPS carries nothing, and the part of the address that says so. */
export interface SuspendedPlace {
  name: string;
  part: "countryCode" | "region" | "postalCode" | "city";
}

/**
 * Cuba, Iran, North Korea, Syria: UPS's regulations by country ("Service Not Available", of 2011, for Cuba and Iran) and
 * its help on controlled places (read in January 2020). The United States lifted most of Syria's sanctions in 2025;
 * that UPS went back there is not known. Russia, Belarus: UPS's service alert, of February to August 2022; no end of it is known.
 */
const countries: Readonly<Record<string, string>> = {
  ...{ CU: "Cuba", IR: "Iran", KP: "North Korea", SY: "Syria" },
  ...{ RU: "Russia", BY: "Belarus" },
};

/**
 * Under the embargo of the United States (executive orders 13685 of 2014 and 14065 of 2022), by ISO 3166-2:UA and the codes of
 * Ukraine's post and, in six digits, Russia's. UPS's page names the Crimea; Donetsk and Luhansk are concluded from the order.
 * The codes do not tell which of their towns Ukraine holds: the whole region is left out.
 */
const regions: readonly { name: string; written: RegExp; city: RegExp; postal: RegExp }[] = [
  {
    name: "the Crimea",
    written: /^(43|40|.*(CRIMEA|KRYM|SEVASTOPOL).*)$/,
    city: /^(SEVASTOPOL|SIMFEROPOL|YALTA|KERCH)\b/,
    postal: /^(9[5-9]\d{3}|29[5-9]\d{3})$/,
  },
  {
    name: "the Donetsk region",
    written: /^(14|DONETS?K.*)$/,
    city: /^(DONETSK|MARIUPOL)\b/,
    postal: /^(8[3-7]\d{3}|28[3-7]\d{3})$/,
  },
  {
    name: "the Luhansk region",
    written: /^(09|9|LU[HG]ANS?K.*)$/,
    city: /^LU[HG]ANSK\b/,
    postal: /^(9[1-4]\d{3}|291\d{3})$/,
  },
];

export function suspendedPlace({ country, region, postalCode, city }: WrittenPlace): SuspendedPlace | null {
  const name = countries[country];
  if (name !== undefined) return { name, part: "countryCode" };
  if (country !== "UA") return null;
  for (const row of regions) {
    if (row.written.test(region)) return { name: row.name, part: "region" };
    if (row.postal.test(postalCode)) return { name: row.name, part: "postalCode" };
    if (row.city.test(city)) return { name: row.name, part: "city" };
  }
  return null;
}
