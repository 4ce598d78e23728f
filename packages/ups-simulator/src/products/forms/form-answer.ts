import type { BookedShipment } from "../../ledger/booked-shipment.js";
import { goesWithoutPaper } from "../../scenarios.js";
import { invoicePdf } from "./invoice-pdf.js";

/** `Form` of Ship and Label Recovery: the invoice as PDF, without a file where customs get it by wire; null: no forms. */
export async function formAnswer(shipment: BookedShipment) {
  const { invoice, documentIds } = shipment;
  const FormGroupId = formGroupId(shipment);
  if (!invoice) return documentIds?.length ? { FormGroupId } : null;
  const form = { Code: "01", Description: "All Requested International Forms", FormGroupId };
  if (goesWithoutPaper(shipment.shipperNumber)) return form;
  const GraphicImage = (await invoicePdf(shipment, invoice)).toString("base64");
  return { ...form, Image: { ImageFormat: { Code: "PDF", Description: "PDF" }, GraphicImage } };
}

/** `2025-06-26-06.04.21.610820`: the time of the booking, told apart by the shipment's serial number. */
function formGroupId({ bookedAt, shipmentIdentificationNumber }: BookedShipment): string {
  const [day, time = ""] = bookedAt.slice(0, 19).split("T");
  return `${day}-${time.replaceAll(":", ".")}.${shipmentIdentificationNumber.slice(-7, -1)}`;
}
