import { Decimal } from "decimal.js";
import type { CatalogueService } from "../../carrier/catalogue.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";

/** What a buyer can choose. Days are YYYY-MM-DD; null: nobody promises one. */
export interface DeliveryOption {
  id: string;
  name: string;
  price: MonetaryAmount;
  isFree: boolean;
  isCheapest: boolean;
  isFastest: boolean;
  promisedDate: string | null;
  promisedLatestDate: string | null;
  isAccessPoint: boolean;
  /** Null: the price is of no carrier. */
  service: CatalogueService | null;
  rateQuote: RateQuote;
}

/** What options are chosen, ordered and marked by. */
export interface Candidate {
  name: string;
  price: MonetaryAmount;
  promisedDate: string | null;
  promisedLatestDate: string | null;
  /** The same of what is the same service of a carrier; null: it is like nothing else. */
  sameness: string | null;
}

export interface Marks {
  isCheapest: boolean;
  isFastest: boolean;
}

/**
 * The options a buyer sees: of those of one service that promise the same, the cheapest. Cheapest first, then
 * earliest (unknown last), then by name; the first of equals stays. At most one is the cheapest, and one the fastest.
 */
export function chooseOptions<C extends Candidate>(candidates: readonly C[]): (C & Marks)[] {
  const sorted = [...candidates].sort(compare);
  const kept: C[] = [];
  for (const candidate of sorted) if (!kept.some((other) => isDouble(candidate, other))) kept.push(candidate);
  const cheapest = hasOneCurrency(kept) ? kept[0] : undefined;
  const fastest = kept.filter(isPromised).reduce<C | undefined>(earlier, undefined);
  return kept.map((option) => ({ ...option, isCheapest: option === cheapest, isFastest: option === fastest }));
}

/** `before` is no dearer, being sorted before it: it is a double if both promise the same. */
function isDouble(candidate: Candidate, before: Candidate): boolean {
  if (candidate.sameness === null || candidate.sameness !== before.sameness) return false;
  if (candidate.price.currencyCode !== before.price.currencyCode) return false;
  return candidate.promisedDate === before.promisedDate && latest(candidate) === latest(before);
}

const isPromised = ({ promisedDate }: Candidate) => promisedDate !== null;
const latest = ({ promisedDate, promisedLatestDate }: Candidate) => promisedLatestDate ?? promisedDate ?? "9999-12-31";

function hasOneCurrency(options: readonly Candidate[]): boolean {
  return new Set(options.map(({ price }) => price.currencyCode)).size === 1;
}

/** By the day it is there for certain, then by the day it may be. */
function earlier<C extends Candidate>(best: C | undefined, option: C): C {
  if (best === undefined) return option;
  const order = compareText(latest(option), latest(best)) || compareText(option.promisedDate!, best.promisedDate!);
  return order < 0 ? option : best;
}

/** Amounts of different currencies are not compared. */
function compare(a: Candidate, b: Candidate): number {
  return (
    compareText(a.price.currencyCode, b.price.currencyCode) ||
    new Decimal(a.price.amount).comparedTo(b.price.amount) ||
    compareText(a.promisedDate ?? never, b.promisedDate ?? never) ||
    compareText(latest(a), latest(b)) ||
    compareText(a.name, b.name)
  );
}

const never = "9999-12-31";

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
