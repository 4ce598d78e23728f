import { Decimal } from "decimal.js";
import type { CustomsItem } from "../../carrier/customs.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Money } from "../../carrier/values.js";
import { mostInDollars } from "../words/dollar-bounds.js";
import { type Lane, laneOf } from "../words/lanes.js";
import { goodsValue } from "./goods-value.js";
import { commodityCode, lineTotal } from "./product-lines.js";

/** What needs no filing of one tariff line, in US dollars (15 CFR 30.37(a)). */
export const unfiledUsd = 2500;

/** Where the United States want exports reported from: with Puerto Rico, which is of their customs territory. */
const origins = new Set(["US", "PR"]);
/** Canada (15 CFR 30.36), and the territories for which nothing is filed (15 CFR 30.2(d)(2)). */
const unfiledDestinations = new Set(["CA", "GU", "AS", "MP", "UM"]);

/** Also between the United States and Puerto Rico, and to the Virgin Islands (15 CFR 30.2(a)(1)). */
function isReportedExport({ from, to }: Lane): boolean {
  return isFromStates(from) && from !== to && !unfiledDestinations.has(to);
}

export function isFromStates(country: string): boolean {
  return origins.has(country);
}

/** NEEDED: a line is worth more for certain. DOUBTFUL: one may be, the currency or the codes do not tell. */
export type FilingNeed = "NONE" | "NEEDED" | "DOUBTFUL";

/** Whether the export needs a filing; goods of which nobody said what they are worth need none. */
export function filingNeed(details: ShipmentDetails): FilingNeed {
  if (!isReportedExport(laneOf(details))) return "NONE";
  const items = details.customs?.items ?? [];
  if (linesOf(items, (code) => code).some((line) => sumOf(line, certain).greaterThan(unfiledUsd))) return "NEEDED";
  // Codes of six digits do not tell apart what longer ones do.
  const isNear = linesOf(items, (code) => code.slice(0, 6)).some(isOver);
  const isAllKnown = items.length > 0 && items.every(({ unitValue }) => unitValue !== null);
  return isNear || (!isAllKnown && isOver(details.packages.map(goodsValue))) ? "DOUBTFUL" : "NONE";
}

/** The values of items by tariff line: an item without a code is a line of its own. */
function linesOf(items: CustomsItem[], lineOf: (code: string) => string): (Money | null)[][] {
  const lines = new Map<string, (Money | null)[]>();
  for (const [index, item] of items.entries()) {
    const code = commodityCode(item.hsCode).replaceAll(".", "");
    const line = code === "" ? `item ${index}` : lineOf(code);
    const value = item.unitValue && { ...item.unitValue, amount: lineTotal(item).toFixed() };
    lines.set(line, [...(lines.get(line) ?? []), value]);
  }
  return [...lines.values()];
}

function isOver(values: (Money | null)[]): boolean {
  return sumOf(values, mostInDollars).greaterThan(unfiledUsd);
}

function certain({ amount, currencyCode }: Money): Decimal {
  return new Decimal(currencyCode === "USD" ? amount : 0);
}

function sumOf(values: (Money | null)[], worth: (value: Money) => Decimal): Decimal {
  return values.reduce((sum, value) => (value === null ? sum : sum.plus(worth(value))), new Decimal(0));
}
