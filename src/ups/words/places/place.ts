import { countryCode } from "../../../carrier/address-parts.js";
import { americanTerritories } from "./american-territories.js";
import { areaOfCountry } from "./customs-areas.js";
import { europeanTerritories } from "./european-territories.js";
import { militaryPart } from "./military.js";
import { overseasTerritories } from "./overseas-territories.js";
import { postBoxLine } from "./post-box.js";
import { upsPostalCode, upsRegion } from "./sent-parts.js";
import { type SuspendedPlace, suspendedPlace } from "./suspended.js";
import type { Territory } from "./territory.js";
import { type PlaceAddress, type WrittenPlace, writtenPlace } from "./written-place.js";

/** What UPS, taxes and customs make of an address. */
export interface Place {
  /** UPS's code of the country or territory. */
  country: string;
  /** State or province as UPS gets it; absent: none. */
  region: string | undefined;
  /** As UPS gets it. */
  postalCode: string | undefined;
  /** Customs and tax area: inside one, goods move without papers. */
  area: string;
  /** The special place that it is, in whichever country it is written; null: an ordinary one. */
  territory: Territory | null;
  /** The part that says APO, FPO or DPO; null: it is no such address. */
  militaryPart: ReturnType<typeof militaryPart>;
  isMilitary: boolean;
  /** UPS carries nothing to or from there; null: it does. */
  suspended: SuspendedPlace | null;
  /** Which line is a post office box; null where there is none, or a house is named too. */
  postBoxLine: number | null;
  isPoBox: boolean;
}

/** By the country that they are written under; of one country in the order in which they are tried: the part first. */
const territories = byCountry([...americanTerritories, ...europeanTerritories, ...overseasTerritories]);

function byCountry(rows: Territory[]): ReadonlyMap<string, Territory[]> {
  return new Map(rows.map(({ under }) => [under, rows.filter((row) => row.under === under)]));
}

/**
 * The one answer to where an address lies. All that is sent to UPS or decided by country, customs border or kind of
 * address asks here.
 */
export function placeOf(address: PlaceAddress): Place {
  const written = writtenPlace(address);
  const { country, area, territory } = locate(address);
  const military = militaryPart(written);
  const box = postBoxLine(country, address.lines ?? []);
  return {
    country,
    region: hasNoStates(written, country, territory) ? undefined : upsRegion(written.country, address.region),
    postalCode: upsPostalCode(country, address.postalCode),
    area,
    territory,
    militaryPart: military,
    isMilitary: military !== null,
    suspended: suspendedPlace(written),
    postBoxLine: box,
    isPoBox: box !== null,
  };
}

/** As much of it as lanes are made of. */
export function locate(address: PlaceAddress): Pick<Place, "country" | "area" | "territory"> {
  const written = countryCode(address.countryCode);
  const rows = territories.get(written) ?? [];
  const place = rows.length > 0 ? writtenPlace(address) : null;
  const territory = (place && rows.find((row) => isIn(row, place))) ?? null;
  const country = territory?.ups ?? written;
  return { country, area: territory?.area ?? areaOfCountry(country), territory };
}

/** UPS's code of the country or territory that an address lies in. */
export function countryOf(address: PlaceAddress): string {
  return locate(address).country;
}

/**
 * By region, postal code or city. A ZIP code of another state than the one written is a contradiction, which is not
 * settled here: UPS refuses it (111285).
 */
function isIn({ under, regions, postal, city }: Territory, place: WrittenPlace): boolean {
  if (regions?.includes(place.region)) return true;
  if (under === "US" && /^[A-Z]{2}$/.test(place.region)) return false;
  return Boolean(postal?.test(place.postalCode) || city?.test(place.city));
}

/** A territory has no states, but for Puerto Rico, which UPS takes as its own state. */
function hasNoStates({ region }: WrittenPlace, country: string, territory: Territory | null): boolean {
  if (country === "PR") return false;
  return region === country || (territory !== null && territory.ups !== territory.under);
}
