import { requireByCode } from "../../request/rule-codes.js";
import type { InvoiceProduct } from "./requested-invoice.js";

const valuePattern = /^(?=.{1,19}$)\d+(\.\d{1,6})?$/;

/** One line of an invoice within the bounds of UPS's Shipping spec, under the numbers of UPS's developer guide. */
export function checkProduct(product: InvoiceProduct, path: string): void {
  const { description, number, unit, value, commodityCode, partNumber, origin } = product;
  const isDescribed = description.length > 0 && description.every((line) => line !== "" && line.length <= 35);
  requireByCode(isDescribed && description.length <= 3, "128113", `${path}.Description`);
  requireByCode(/^\d{1,7}$/.test(number) && Number(number) > 0, "128043", `${path}.Unit.Number`);
  requireByCode(unit !== "" && unit.length <= 3, "128044", `${path}.Unit.UnitOfMeasurement.Code`);
  requireByCode(valuePattern.test(value) && Number(value) > 0, "128046", `${path}.Unit.Value`);
  const isCommodity = commodityCode === "" || /^[0-9A-Za-z.]{6,15}$/.test(commodityCode);
  requireByCode(isCommodity, "128048", `${path}.CommodityCode`);
  requireByCode(partNumber.length <= 35, "128047", `${path}.PartNumber`);
  requireByCode(/^[A-Z]{2}$/.test(origin), "128049", `${path}.OriginCountryCode`);
}
