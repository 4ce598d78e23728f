import { countryCode } from "../../../carrier/address-parts.js";
import { postalCode as canonicalCode } from "../../../carrier/postal-codes.js";
import { regionCode } from "../../../carrier/regions.js";
import type { Address } from "../../../carrier/values.js";

/** As much of an address as tells which place is meant; the more, the surer. */
export type PlaceAddress = Pick<Address, "countryCode"> &
  Partial<Pick<Address, "region" | "postalCode" | "city" | "lines">>;

/** An address as its parts are compared: trimmed, in capitals; empty where nothing is given. */
export interface WrittenPlace {
  country: string;
  /** Its code where it has one, however it was written. */
  region: string;
  /** Without blanks. */
  postalCode: string;
  city: string;
  lines: readonly string[];
}

export function writtenPlace({ region, postalCode, city, lines, ...written }: PlaceAddress): WrittenPlace {
  const country = countryCode(written.countryCode);
  return {
    country,
    region: regionCode(country, region)?.toUpperCase() ?? "",
    postalCode: canonicalCode(country, postalCode)?.replace(/ /g, "") ?? "",
    city: withoutAccents(city?.trim() ?? "").toUpperCase(),
    lines: lines?.map((line) => line.trim()) ?? [],
  };
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}
