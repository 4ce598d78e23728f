import { requireBounds, requireField } from "../../request/rule-codes.js";
import type { InvoiceProduct } from "./requested-invoice.js";

const valuePattern = /^(?=.{1,19}$)\d+(\.\d{1,6})?$/;

/** One line of an invoice within the bounds of UPS's Shipping spec. */
export function checkProduct(product: InvoiceProduct, path: string): void {
  const { description, number, unit, value, commodityCode, partNumber, origin } = product;
  requireField(description.length > 0 && description.every((line) => line !== ""), `${path}.Description`);
  requireBounds(description.length <= 3 && description.every((line) => line.length <= 35), `${path}.Description`);
  requireField(number !== "" && unit !== "" && value !== "", `${path}.Unit`);
  requireBounds(/^\d{1,7}$/.test(number) && Number(number) > 0, `${path}.Unit.Number`);
  requireBounds(unit.length <= 3, `${path}.Unit.UnitOfMeasurement.Code`);
  requireBounds(valuePattern.test(value) && Number(value) > 0, `${path}.Unit.Value`);
  requireBounds(commodityCode === "" || /^[0-9A-Za-z.]{6,15}$/.test(commodityCode), `${path}.CommodityCode`);
  requireBounds(partNumber.length <= 35, `${path}.PartNumber`);
  requireField(origin !== "", `${path}.OriginCountryCode`);
  requireBounds(/^[A-Z]{2}$/.test(origin), `${path}.OriginCountryCode`);
}
