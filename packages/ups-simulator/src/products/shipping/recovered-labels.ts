import { Refusal } from "../../answer.js";
import { pdfOfLabels } from "../../labels/pdf-label.js";
import { labelPage, renderLabels, shipFormats } from "../../labels/render-label.js";
import { signatureLabel } from "../../labels/signature-label.js";
import type { BookedShipment } from "../../ledger/booked-shipment.js";
import type { UpsCall } from "../../operation.js";
import { givesImage } from "../../pricing/return-services.js";
import { textAt } from "../../request/json-reading.js";
import { formAnswer } from "../forms/form-answer.js";
import { turnInPaper } from "./option-papers.js";

/** `LabelResults` of the packages not voided; asked for one package of several, still those of the whole shipment. */
export async function recoveredLabels(call: UpsCall, shipment: BookedShipment) {
  const format = readFormat(call.body);
  const live = shipment.packages.flatMap((pkg, index) => (pkg.voidedAt === null ? [{ ...pkg, index }] : []));
  // What UPS mails, sends or brings, it shows to nobody else.
  const indexes = givesImage(shipment.request) ? live.map(({ index }) => index) : [];
  const rendered = await renderLabels(shipment, indexes, format === "PDF" ? "PNG" : format);
  // A PDF comes once, with all labels, on the first result.
  const files = format === "PDF" && rendered.length > 0 ? [await pdfOfLabels(rendered)] : rendered;
  const form = await formAnswer(shipment);
  return {
    ShipmentIdentificationNumber: shipment.shipmentIdentificationNumber,
    LabelResults: live.map(({ trackingNumber }, position) => ({
      TrackingNumber: trackingNumber,
      ...(files[position] && {
        LabelImage: {
          ...labelImage(format, files[position], trackingNumber),
          ...signatureLabel(shipment, position, format),
        },
      }),
      Receipt: "",
    })),
    ...(form && "Image" in form && { Form: { Image: form.Image } }),
    ...turnInPaper(shipment),
  };
}

function labelImage(format: string, file: Buffer, trackingNumber: string) {
  return {
    LabelImageFormat: { Code: format },
    GraphicImage: file.toString("base64"),
    ...(format === "GIF" && { HTMLImage: labelPage(trackingNumber) }),
  };
}

/** GIF unless asked otherwise; unlike Ship, recovery offers PDF. */
function readFormat(body: unknown): (typeof shipFormats)[number] | "PDF" {
  const path = "LabelRecoveryRequest.LabelSpecification.LabelImageFormat.Code";
  const code = textAt(body, path).toUpperCase() || "GIF";
  const format = ([...shipFormats, "PDF"] as const).find((candidate) => candidate === code);
  if (!format || format === "PNG")
    throw new Refusal("20008", `Field LabelImageFormat.Code contains invalid data ${code}.`);
  if (stockless.has(format) && hasStock(body))
    throw new Refusal("9801050", `A label stock size does not go with ${format}.`);
  return format;
}

/** These are pages or pictures of one size: with them UPS refuses to be told a stock. */
const stockless: ReadonlySet<string> = new Set(["GIF", "PDF"]);

function hasStock(body: unknown): boolean {
  const path = "LabelRecoveryRequest.LabelSpecification.LabelStockSize";
  return textAt(body, `${path}.Height`) !== "" || textAt(body, `${path}.Width`) !== "";
}
