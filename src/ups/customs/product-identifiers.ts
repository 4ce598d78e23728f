import type { CustomsItem } from "../../carrier/customs.js";
import type { FieldProblem } from "../../carrier/values.js";
import { checkText, type Path, problem, when } from "../words/problems.js";
import { invoiceLimits } from "./invoice-limits.js";

/** UPS's types (Shipping.yaml, Product.ProductIdentifier, July 2026). */
const types = { merchant: "0100", manufacturer: "0200", standard: "0300" } as const;
/** CommodityFieldSpecialConditionCode: the product has no standard identifier. */
const withoutStandard = "01";

/** What a product is known by: to the seller (sku), to its maker, and everywhere (GTIN). None: nothing is sent. */
export function serialiseIdentifiers({ sku, manufacturerProductId, gtin }: CustomsItem) {
  const identifiers = [
    ...identifier(sku, types.merchant),
    ...identifier(manufacturerProductId, types.manufacturer),
    ...identifier(gtin && gtinDigits(gtin), types.standard),
  ];
  if (identifiers.length === 0) return {};
  return {
    ProductIdentifier: identifiers,
    ...(!gtin?.trim() && { CommodityFieldSpecialConditionCode: withoutStandard }),
  };
}

function identifier(id: string | null, ProductIDTypeCode: string) {
  return id?.trim() ? [{ ProductID: id.trim(), ProductIDTypeCode }] : [];
}

export function checkIdentifiers({ manufacturerProductId, gtin }: CustomsItem, path: Path): FieldProblem[] {
  const isWrong = gtin !== null && gtin.trim() !== "" && !isGtin(gtinDigits(gtin));
  return [
    ...checkText(manufacturerProductId, invoiceLimits.partNumber, [...path, "manufacturerProductId"]),
    ...when(
      isWrong,
      problem("INVALID", [...path, "gtin"], "A GTIN has 8, 12, 13 or 14 digits, the last a check digit"),
    ),
  ];
}

/** Customs of the European Union ask for the seller's number of a product, and for one of its maker. */
export function lacksSku({ sku }: CustomsItem): boolean {
  return !sku?.trim();
}

export function lacksMakersNumber({ manufacturerProductId, gtin }: CustomsItem): boolean {
  return !(manufacturerProductId?.trim() || gtin?.trim());
}

function gtinDigits(gtin: string): string {
  return gtin.replace(/[\s-]/g, "");
}

export const gtinLengths = [8, 12, 13, 14] as const;

/** GS1: from the right, digits weigh three and one in turn. */
function isGtin(digits: string): boolean {
  if (!/^\d+$/.test(digits) || !gtinLengths.some((length) => length === digits.length)) return false;
  const weighed = [...digits].reverse().map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 3));
  return weighed.reduce((sum, value) => sum + value, 0) % 10 === 0;
}
