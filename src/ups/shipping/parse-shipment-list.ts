import { parse } from "csv-parse/sync";
import { Decimal } from "decimal.js";
import type { ListedPackage } from "../../carrier/shipment-list.js";
import { sumOf } from "../../money.js";

/**
 * Columns by their headers, letters and digits only, in the words of UPS's lists: the billing data of the Billing Center
 * (one row for each charge), WorldShip's export, Quantum View Manage and the shipping history of ups.com.
 */
const columns = {
  trackingNumber: /^(package|shipment)?tracking(number|no|nbr|id)?s?$/,
  shipmentNumber:
    /^(lead(shipment|tracking)?number|shipment(id|identification)?(number)?|shipmentinformationshipmentid)$/,
  reference: /reference(?!.*(code|type|qualifier|date|description))/,
  account: /^(ups)?(account|shipper)(number|no)?$/,
  date: /^(transaction|ship|shipped|shipment|manifest|pickup|billing|.*collection)?date$/,
  amount: /^(net(t)?(amount|charges?)|total(charges?|amount)|(shipment|package)?(negotiated|published)?charges?)$/,
  currency: /currency/,
  voided: /^(.*void(ed)?(indicator|flag)?|(package|shipment)?status)$/,
} as const;

type Column = keyof typeof columns;

/** Throws an `Error` for people when it is no list, or none of packages. */
export function parseShipmentList(text: string): ListedPackage[] {
  const [header = [], ...rows] = readRows(text);
  const places = placesOf(header);
  if (places.trackingNumber.length === 0)
    throw new Error("The list has no column of tracking numbers: it must begin with the row of UPS's headers.");
  const rowsOf = new Map<string, ListedPackage[]>();
  for (const row of rows) {
    const listed = listedPackage(row, places);
    if (listed === null) continue;
    const same = rowsOf.get(listed.trackingNumber);
    if (same) same.push(listed);
    else rowsOf.set(listed.trackingNumber, [listed]);
  }
  return [...rowsOf.values()].map(inOne);
}

/** What is between the references of a cell. PostgreSQL takes no NUL, and a terminal obeys other control characters. */
const betweenReferences = /[,;|\p{Cc}]/u;

/** Spreadsheets of some countries separate by semicolons, or by tabs: what there is most of in the header. */
function readRows(text: string): string[][] {
  const [header = ""] = text.split("\n", 1);
  const delimiter = [",", ";", "\t"].reduce((most, next) =>
    header.split(next).length > header.split(most).length ? next : most,
  );
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    throw new Error(`The list is no table of comma-separated values: ${(error as Error).message}`);
  }
}

function placesOf(header: string[]): Record<Column, number[]> {
  const names = header.map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ""));
  const of = (pattern: RegExp) => names.flatMap((name, index) => (pattern.test(name) ? [index] : []));
  return Object.fromEntries(Object.entries(columns).map(([column, pattern]) => [column, of(pattern)])) as never;
}

function listedPackage(row: string[], places: Record<Column, number[]>): ListedPackage | null {
  const all = (column: Column) => places[column].map((place) => row[place] ?? "").filter((value) => value !== "");
  const first = (column: Column) => all(column)[0] ?? null;
  const trackingNumber = numberOf(first("trackingNumber"));
  if (trackingNumber === null) return null;
  const [amount, currencyCode] = [amountOf(first("amount")), currencyOf(first("currency"))];
  return {
    trackingNumber,
    shipmentIdentificationNumber: numberOf(first("shipmentNumber")),
    references: all("reference").flatMap((cell) =>
      cell
        .split(betweenReferences)
        .map((value) => value.trim())
        .filter((value) => value !== ""),
    ),
    accountNumber: first("account"),
    shippedOn: dayOf(first("date")),
    charges: amount !== null && currencyCode !== null ? { amount, currencyCode } : null,
    isVoided: places.voided.length > 0 ? all("voided").some((value) => /^(y|yes|true|1)$|void/i.test(value)) : null,
  };
}

/** Rows of one package are charges for it. */
function inOne(rows: ListedPackage[]): ListedPackage {
  const [first] = rows as [ListedPackage, ...ListedPackage[]];
  const charges = rows.flatMap((row) => row.charges ?? []);
  const [{ currencyCode } = { currencyCode: "" }] = charges;
  const summable = charges.filter((charge) => charge.currencyCode === currencyCode);
  return {
    ...first,
    shipmentIdentificationNumber:
      rows.find((row) => row.shipmentIdentificationNumber)?.shipmentIdentificationNumber ?? null,
    references: [...new Set(rows.flatMap(({ references }) => references))],
    charges: summable.length === 0 ? null : sumOf(summable, currencyCode),
    isVoided: rows.some(({ isVoided }) => isVoided) || first.isVoided,
  };
}

/** Spreadsheets put an apostrophe or `="..."` around what they must not take for a number. */
function numberOf(cell: string | null): string | null {
  const number = (cell ?? "").toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
  return number === "" ? null : number;
}

function amountOf(cell: string | null): string | null {
  const text = (cell ?? "").replaceAll(/[^0-9.,-]/g, "").replaceAll(/,(?=\d{3}\b)/g, "");
  return /^-?\d+(\.\d+)?$/.test(text)
    ? new Decimal(text).toFixed(Math.max(2, new Decimal(text).decimalPlaces()))
    : null;
}

function currencyOf(cell: string | null): string | null {
  const code = (cell ?? "").toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

/** 2026-11-30, 20261130 or 11/30/2026, with or without a time. */
function dayOf(cell: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(cell ?? "") ?? [];
  if (year) return `${year}-${month}-${day}`;
  const [, m, d, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(cell ?? "") ?? [];
  return y ? `${y}-${m!.padStart(2, "0")}-${d!.padStart(2, "0")}` : null;
}
