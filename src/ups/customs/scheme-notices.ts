import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CollectedTaxKind } from "../../carrier/tax-numbers.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { collectedTax } from "./collected-taxes.js";
import { declarationToSend } from "./declaration.js";
import { overLimit } from "./scheme-limits.js";

/** That goods are worth more, or may be, than the scheme is for under which their tax is said to be collected. */
export function schemeNotices(details: ShipmentDetails): CarrierMessage[] {
  const customs = declarationToSend(details);
  if (customs === null) return [];
  return customs.taxNumbers.flatMap((number) => {
    const kind = collectedTax(number)?.kind;
    // What is of low value as the seller says needs no word.
    if (kind === undefined || (kind === "IOSS" && customs.isLowValue)) return [];
    const over = overLimit(kind, customs);
    return over === null ? [] : [{ code: "TAX_SCHEME_LIMIT", severity: "WARNING" as const, text: textOf(kind, over) }];
  });
}

function textOf(
  kind: CollectedTaxKind,
  { limit, items, isCertain }: NonNullable<ReturnType<typeof overLimit>>,
): string {
  const isOfItems = limit.of === "ITEM";
  const what = isOfItems ? `item ${items.map((index) => index + 1).join(", ")}` : "the goods together";
  const be = isCertain ? "over that" : `perhaps over that, in another currency than ${limit.currencyCode}`;
  return (
    `${kind} is for ${isOfItems ? "items" : "consignments"} of at most ${limit.amount} ${limit.currencyCode}; ` +
    `here ${what} ${items.length > 1 || !isOfItems ? "are" : "is"} ${be}. Above it the tax is due at the border.`
  );
}
