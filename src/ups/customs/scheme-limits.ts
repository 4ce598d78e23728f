import { Decimal } from "decimal.js";
import type { CustomsDeclaration, CustomsItem } from "../../carrier/customs.js";
import type { CollectedTaxKind } from "../../carrier/tax-numbers.js";
import type { Money } from "../../carrier/values.js";
import { leastInDollars, mostInDollars } from "../words/dollar-bounds.js";
import { lineTotal } from "./product-lines.js";

interface SchemeLimit extends Money {
  of: "ITEM" | "CONSIGNMENT";
}

const limit = (amount: string, currencyCode: string, of: SchemeLimit["of"]): SchemeLimit => ({
  amount,
  currencyCode,
  of,
});

/**
 * Up to which value of goods, without freight, a seller collects the tax. Certain: IOSS, Directive 2006/112/EC, article 369l;
 * VOEC, Norwegian Tax Administration; HMRC, VAT and overseas goods sold to customers in the UK. Likely, of the tax
 * administrations' pages: Australia, New Zealand, Singapore, Malaysia. What is not here has no limit, or none that is known.
 */
const limits: Partial<Record<CollectedTaxKind, SchemeLimit>> = {
  IOSS: limit("150", "EUR", "CONSIGNMENT"),
  VOEC: limit("3000", "NOK", "ITEM"),
  HMRC: limit("135", "GBP", "CONSIGNMENT"),
  SG_GST: limit("400", "SGD", "ITEM"),
  AU_ARN: limit("1000", "AUD", "CONSIGNMENT"),
  NZ_IRD: limit("1000", "NZD", "ITEM"),
  MY_LVG: limit("500", "MYR", "ITEM"),
};

/** Null: nothing is over the limit. Else what is, or may be where another currency leaves it open. */
export function overLimit(
  kind: CollectedTaxKind,
  customs: CustomsDeclaration,
): { limit: SchemeLimit; items: number[]; isCertain: boolean } | null {
  const most = limits[kind];
  if (!most) return null;
  const values = most.of === "ITEM" ? customs.items.map(({ unitValue }) => unitValue) : [goodsValueOf(customs)];
  const items = values.flatMap((value, index) => (value && mayBeOver(value, most) ? [index] : []));
  if (items.length === 0) return null;
  const isCertain = items.some((index) => isOver(values[index] ?? null, most));
  return { limit: most, items, isCertain };
}

/** All goods less what they are sold for less; without freight and insurance. */
export function goodsValueOf({ items, discount, currencyCode }: CustomsDeclaration): Money {
  const total = items.reduce((sum: Decimal, item: CustomsItem) => sum.plus(lineTotal(item)), new Decimal(0));
  return { amount: Decimal.max(total.minus(discount?.amount ?? 0), 0).toFixed(), currencyCode };
}

function mayBeOver(value: Money, most: Money): boolean {
  if (value.currencyCode === most.currencyCode) return new Decimal(value.amount).greaterThan(most.amount);
  return mostInDollars(value).greaterThan(leastInDollars(most));
}

function isOver(value: Money | null, most: Money): boolean {
  if (value === null) return false;
  if (value.currencyCode === most.currencyCode) return new Decimal(value.amount).greaterThan(most.amount);
  return leastInDollars(value).greaterThan(mostInDollars(most));
}
