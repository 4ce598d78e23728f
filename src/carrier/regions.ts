import { regionRows } from "./region-rows.js";

interface Regions {
  codes: ReadonlySet<string>;
  /** By the plain form of each name. */
  byName: ReadonlyMap<string, string>;
}

/** Whose regions ISO 3166-2 lists under the United States too. */
const statesOutlying = new Set(["PR", "VI", "GU", "AS", "MP", "UM"]);

/** A country, or a code within the United States, that is both. */
export function isOutlying(code: string | null): code is string {
  return code !== null && statesOutlying.has(code);
}

/** What names of regions are written with. */
const titles =
  /^(CO|COUNTY|STATE OF|PROVINCE OF|PROVINCIA DI|PROVINCIA DE|ESTADO DE|TINH|THANH PHO|TP) | COUNTY$| PROVINCE$/;

const tables = new Map(Object.entries(regionRows).map(([country, rows]) => [country, readRows(rows)]));

function readRows(rows: string): Regions {
  const read = rows.split("|").map((row) => {
    const [code = ""] = row.split(" ", 1);
    return { code, names: row.slice(code.length + 1).split("/") };
  });
  return {
    codes: new Set(read.map(({ code }) => code)),
    byName: new Map(read.flatMap(({ code, names }) => names.map((name) => [plainName(name), code] as const))),
  };
}

/** Without accents, punctuation and case. */
function plainName(name: string): string {
  const letters = name.replace(/đ/gi, "d").normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
  return letters
    .replace(/&/g, " AND ")
    .replace(/[’'.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * A state, province or county as its code within the country: of `US-NY`, `us-ny`, `ny` and `New York` it is `NY`. What is
 * neither a code nor a known name stays as it is written, without blanks around it. Null: nothing is written.
 */
export function regionCode(countryCode: string, written: string | null | undefined): string | null {
  const text = written?.normalize("NFKC").trim() ?? "";
  if (text === "") return null;
  const code = withoutCountry(text.toUpperCase(), countryCode);
  const regions = tables.get(countryCode);
  if (regions?.codes.has(code)) return code;
  const name = plainName(text);
  if (regions?.codes.has(name)) return name;
  const named = regions?.byName.get(name) ?? regions?.byName.get(name.replace(titles, ""));
  return named ?? (/^[\p{L}\p{N}]{1,3}$/u.test(code) ? code : text);
}

function withoutCountry(region: string, country: string): string {
  const [, prefix = "", code = ""] = /^([A-Z]{2})\s?[-‐‑–—_]\s?([A-Z0-9]{1,3})$/.exec(region) ?? [];
  return prefix === country || (prefix === "US" && statesOutlying.has(country)) ? code : region;
}

/** False where all of a country's regions are known and this is none of them. */
export function isRegion(countryCode: string, region: string): boolean {
  const regions = tables.get(countryCode);
  return !regions || !withClosedLists.has(countryCode) || regions.codes.has(regionCode(countryCode, region) ?? "");
}

/** Whether ISO 3166-2 lists the code, without its prefix; true where a country's regions are not in the table. */
export function isRegionCode(countryCode: string, code: string): boolean {
  return tables.get(countryCode)?.codes.has(code) ?? /^[A-Z0-9]{1,3}$/.test(code);
}

/** Where carriers read the code itself; elsewhere people write districts as well. */
const withClosedLists = new Set(["US", "CA", "IE", "VN"]);
