import { Decimal } from "decimal.js";
import type { CustomsItem } from "../../carrier/customs.js";
import type { Money } from "../../carrier/values.js";
import { decimalsOf } from "../words/currencies.js";
import { countryOf } from "../words/places/place.js";
import { type UnitSystem, upsWeight } from "../words/units.js";

/** A product's description: three lines of 35 characters (Shipping.yaml, Product.Description). */
export const descriptionLimits = { count: 3, length: 35 } as const;
export const productWeightLength = 5;
const pieces = "PCS";

/** The description in at most three lines, broken between words where that fits. It has at most 105 characters. */
export function descriptionLines(description: string): string[] {
  const text = description.trim().replace(/\s+/g, " ");
  const lines = wrapWords(text);
  return lines.length <= descriptionLimits.count ? lines : (text.match(/.{1,35}/gsu) ?? []);
}

function wrapWords(text: string): string[] {
  const lines: string[] = [];
  for (const piece of text.split(" ").flatMap((word) => word.match(/.{1,35}/gsu) ?? [])) {
    const joined = `${lines.at(-1)} ${piece}`;
    if (lines.length > 0 && joined.length <= descriptionLimits.length) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}

/** The code as people write it, without its spaces: UPS takes letters, digits and dots. */
export function commodityCode(hsCode: string | null): string {
  return hsCode?.replace(/\s/g, "") ?? "";
}

/** Plain decimal text: no exponent, the currency's decimals or as many as there are. */
export function unitValueText({ amount, currencyCode }: Money): string {
  const value = new Decimal(amount);
  return value.toFixed(Math.max(decimalsOf(currencyCode), value.decimalPlaces()));
}

/** Number of pieces times value of one, exact. */
export function lineTotal({ quantity, unitValue }: CustomsItem): Decimal {
  return new Decimal(unitValue?.amount ?? 0).times(quantity);
}

/** All pieces together to UPS's decimal, rounded up; to the unit where five characters hold no more. Null: not given. */
export function productWeight({ weight, quantity }: CustomsItem, system: UnitSystem): string | null {
  if (weight === null) return null;
  const total = upsWeight({ ...weight, value: new Decimal(weight.value).times(quantity).toNumber() }, system);
  const text = total.toFixed(1);
  return text.length <= productWeightLength ? text : total.ceil().toFixed();
}

/** One `Product` of the invoice; the item has passed `checkDeclaration`. */
export function serialiseProduct(item: CustomsItem, system: UnitSystem) {
  const weight = productWeight(item, system);
  return {
    Description: descriptionLines(item.description),
    Unit: {
      Number: String(item.quantity),
      UnitOfMeasurement: { Code: pieces },
      Value: item.unitValue ? unitValueText(item.unitValue) : "0",
    },
    CommodityCode: commodityCode(item.hsCode),
    ...(item.sku?.trim() && { PartNumber: item.sku.trim() }),
    ...(item.originCountryCode && { OriginCountryCode: countryOf({ countryCode: item.originCountryCode }) }),
    ...(weight !== null && {
      ProductWeight: { UnitOfMeasurement: { Code: system === "IMPERIAL" ? "LBS" : "KGS" }, Weight: weight },
    }),
  };
}
