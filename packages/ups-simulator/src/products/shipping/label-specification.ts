import { Refusal } from "../../answer.js";
import { type ShipFormat, shipFormats } from "../../labels/render-label.js";
import { textAt } from "../../request/json-reading.js";
import { requireField } from "../../request/rule-codes.js";

/** The format Ship is asked for. Thermal formats need a stock of 4 by 6 or 8 inches; PDF is not offered here. */
export function readLabelFormat(body: unknown): ShipFormat {
  const path = "ShipmentRequest.LabelSpecification";
  const code = textAt(body, `${path}.LabelImageFormat.Code`).toUpperCase();
  requireField(code !== "", `${path}.LabelImageFormat.Code`);
  const format = shipFormats.find((candidate) => candidate === code);
  if (!format) throw new Refusal("20008", `Field LabelImageFormat.Code contains invalid data ${code}.`);
  if (format !== "GIF" && format !== "PNG") checkStock(body, `${path}.LabelStockSize`);
  return format;
}

function checkStock(body: unknown, path: string): void {
  const height = textAt(body, `${path}.Height`);
  const width = textAt(body, `${path}.Width`);
  requireField(height !== "" && width !== "", path);
  if ((height === "6" || height === "8") && width === "4") return;
  throw new Refusal("20008", `Field LabelStockSize contains invalid data ${height} x ${width}.`);
}
