import { Decimal } from "decimal.js";
import { countryCode, isCountryCode } from "../../carrier/address-parts.js";
import type { CustomsItem } from "../../carrier/customs.js";
import type { FieldProblem, Money } from "../../carrier/values.js";
import { checkText, type Path, problem, required, when } from "../words/problems.js";
import { invoiceLimits } from "./invoice-limits.js";
import { checkIdentifiers } from "./product-identifiers.js";
import {
  commodityCode,
  descriptionLimits,
  productWeight,
  productWeightLength,
  unitValueText,
} from "./product-lines.js";

/** One line of the invoice: all that customs tax it by, in what UPS prints. `currencyCode`: that of the invoice. */
export function checkItem(item: CustomsItem, currencyCode: string, path: Path): FieldProblem[] {
  const { description, quantity, sku } = item;
  const longest = descriptionLimits.count * descriptionLimits.length;
  const isCount = Number.isInteger(quantity) && quantity >= 1 && quantity <= invoiceLimits.quantity;
  return [
    ...when(!description.trim(), required([...path, "description"], "Customs require a description")),
    ...checkText(description.trim().replace(/\s+/g, " "), longest, [...path, "description"]),
    ...when(
      !isCount,
      problem("INVALID", [...path, "quantity"], `UPS takes 1 to ${invoiceLimits.quantity} pieces a product`),
    ),
    ...checkUnitValue(item.unitValue, currencyCode, [...path, "unitValue"]),
    ...checkText(sku, invoiceLimits.partNumber, [...path, "sku"]),
    ...checkProductWeight(item, [...path, "weight"]),
    ...checkCode(item, [...path, "hsCode"]),
    ...checkIdentifiers(item, path),
    ...checkOrigin(item, [...path, "originCountryCode"]),
  ];
}

function checkUnitValue(unitValue: Money | null, currencyCode: string, path: Path): FieldProblem[] {
  if (unitValue === null) return [required(path, "Customs want the value of one piece")];
  if (!/^[A-Z]{3}$/.test(unitValue.currencyCode)) {
    return [problem("INVALID", [...path, "currencyCode"], "A currency is three letters of ISO 4217")];
  }
  if (unitValue.currencyCode !== currencyCode) {
    return [problem("INVALID", [...path, "currencyCode"], `An invoice has one currency, this one ${currencyCode}`)];
  }
  const amount = new Decimal(unitValue.amount);
  const isTaken =
    amount.greaterThan(0) &&
    amount.decimalPlaces() <= invoiceLimits.unitValueDecimals &&
    unitValueText(unitValue).length <= invoiceLimits.unitValueLength;
  const message = "UPS takes values over zero with at most six decimals";
  return when(!isTaken, problem("INVALID", [...path, "amount"], message));
}

/** In either system: what fits in kilograms may not fit in pounds. */
function checkProductWeight(item: CustomsItem, path: Path): FieldProblem[] {
  const text = productWeight(item, "IMPERIAL") ?? "";
  const isTooHeavy = text.length > productWeightLength;
  return when(isTooHeavy, problem("INVALID", path, "UPS takes at most 99999 pounds of a product"));
}

function checkCode({ hsCode }: CustomsItem, path: Path): FieldProblem[] {
  const code = commodityCode(hsCode);
  if (code === "") return [required(path, "Customs want the Harmonised System code of each product")];
  const isCode = /^[0-9A-Za-z.]{6,15}$/.test(code) && code.replaceAll(".", "").length >= 6;
  return when(!isCode, problem("INVALID", path, "UPS takes a Harmonised System code of 6 to 15 characters"));
}

function checkOrigin({ originCountryCode }: CustomsItem, path: Path): FieldProblem[] {
  const origin = countryCode(originCountryCode ?? "");
  if (origin === "") return [required(path, "Customs want to know where each product was made")];
  return when(!isCountryCode(origin), problem("INVALID", path, "This is no country code of ISO 3166-1 alpha-2"));
}
