import { createHash } from "node:crypto";
import type { StreetLine } from "./standard-street.js";
import { type AddressClass, type Street, streets } from "./street-table.js";
import { stateOfZip } from "./zip-codes.js";

/** An address as it was asked about, in the Postal Service's writing; empty: not given. */
export interface AskedAddress extends StreetLine {
  urbanization: string;
  city: string;
  state: string;
  zip: string;
}

/** One address, or a range of house numbers, that could be meant. */
export type Candidate = Omit<Street, "from" | "to"> & { numbers: string };

export interface Found {
  kind: "VALID" | "AMBIGUOUS" | "NONE";
  candidates: Candidate[];
}

const noneFound: Found = { kind: "NONE", candidates: [] };

/** The same for the same address, however it is written: what is found, asked about again, is found as it stands. */
export function findCandidates(asked: AskedAddress): Found {
  const onStreet = streets.filter((row) => isSameStreet(row, asked) && isSamePlace(row, asked));
  if (onStreet.length === 0) return inventCandidates(asked);
  const rows = onStreet.filter(({ from, to }) => asked.number === null || (asked.number >= from && asked.number <= to));
  const isExact = rows.length === 1 && (asked.number !== null || rows[0]?.from === 0);
  if (rows.length === 0) return onStreet.some(({ zip }) => zip === asked.zip) ? noneFound : inventCandidates(asked);
  return { kind: isExact ? "VALID" : "AMBIGUOUS", candidates: rows.map((row) => candidateOf(row, asked)) };
}

function candidateOf({ from, to, ...row }: Street, { number }: AskedAddress): Candidate {
  const range = from === 0 ? "" : from === to ? `${from}` : `${from}-${to}`;
  return { ...row, numbers: number === null ? range : `${number}` };
}

/** A street without its direction could be either; without its urbanization, any. */
function isSameStreet(row: Street, { street, urbanization }: AskedAddress): boolean {
  const isStreet = row.street === street || row.street.replace(/^[NESW] /, "") === street;
  return isStreet && (urbanization === "" || row.urbanization === urbanization);
}

/** The ZIP code, or city and state: the other may be wrong and is put right. */
function isSamePlace(row: Street, { city, state, zip }: AskedAddress): boolean {
  return row.zip === zip || (row.city === city && row.state === state);
}

/** `WAY` and the like are what makes a street of words that the table does not hold. */
const streetWords = new Set(
  "ST AVE BLVD DR LN RD CT PL PLZ SQ PKWY HWY TER CIR TRL WAY LOOP BROADWAY CALLE".split(" "),
);

/** Any street of a ZIP code that fits its state. Nobody lives in `NOWHERE`. */
function inventCandidates(asked: AskedAddress): Found {
  const state = stateOfZip(asked.zip);
  const words = asked.street.split(" ");
  const isStreet = words.some((word) => streetWords.has(word)) && !words.includes("NOWHERE");
  const isPlace = state !== null && (asked.state === "" || asked.state === state);
  const city = streets.find((row) => row.zip === asked.zip)?.city ?? asked.city;
  if (!isPlace || city === "") return noneFound;
  const place = { street: asked.street, urbanization: asked.urbanization, city, state, zip: asked.zip };
  if (/^P ?O BOX \d+$/.test(asked.street)) {
    return { kind: "VALID", candidates: [{ ...place, numbers: "", plus4: plus4Of(asked, 0), addressClass: "0" }] };
  }
  if (!isStreet) return noneFound;
  const addressClass = classOf(asked);
  const block = (number: number, numbers: string) => ({
    ...place,
    numbers,
    plus4: plus4Of(asked, number),
    addressClass,
  });
  if (asked.number === null) return { kind: "AMBIGUOUS", candidates: [block(1, "1-99"), block(100, "100-198")] };
  return { kind: "VALID", candidates: [block(asked.number, `${asked.number}`)] };
}

const homes = new Set("LN CT CIR TER TRL LOOP".split(" "));
const businesses = new Set("AVE BLVD PLZ SQ PKWY HWY BROADWAY".split(" "));

/** By the kind of unit, then of street; where that does not tell, by lot. */
function classOf({ unit, street, zip }: AskedAddress): AddressClass {
  if (/^(APT|UNIT)\b/.test(unit)) return "2";
  if (/^(STE|FL|RM)\b/.test(unit)) return "1";
  const words = street.split(" ");
  if (words.some((word) => homes.has(word))) return "2";
  if (words.some((word) => businesses.has(word))) return "1";
  return lotOf(`${zip} ${street}`) % 2 === 0 ? "1" : "2";
}

/** One extension for a hundred house numbers. */
function plus4Of({ street, zip }: AskedAddress, number: number): string {
  return String(1_000 + (lotOf(`${zip} ${street} ${Math.floor(number / 100)}`) % 9_000));
}

function lotOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0);
}
