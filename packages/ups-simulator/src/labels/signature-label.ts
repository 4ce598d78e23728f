import type { BookedShipment } from "../ledger/booked-shipment.js";
import { isUnitedStates } from "../pricing/countries.js";

const lines = [
  "SIMULATED - NOT VALID FOR SHIPPING",
  "LIMITS OF LIABILITY OF AIR CARRIAGE",
  "SHIPPER SIGNATURE: __________",
];

const languages: Record<string, (lines: string[]) => string> = {
  ZPL: (texts) =>
    `\n^XA\n${texts.map((text, row) => `^FO40,${60 + row * 60}^A0N,36,36^FD${text}^FS`).join("\n")}\n^XZ\n`,
  EPL: (texts) => `\nN\n${texts.map((text, row) => `A40,${60 + row * 60},0,3,1,1,N,"${text}"`).join("\n")}\nP1\n`,
  SPL: (texts) => `\x1b@${texts.join("\r\n")}\r\n\x1bd\x02`,
};

/**
 * `InternationalSignatureGraphicImage`: a second label with the terms of carriage and a box to sign in, once for a
 * shipment, with its first package, in the language of a thermal printer. Of what stays inside the United States there
 * is none. (Shipping.yaml, ShippingLabel; seen on a shipment from the United States to Germany, though the specification
 * says "non-US based".)
 */
export function signatureLabel({ request: { shipFrom, shipTo } }: BookedShipment, index: number, format: string) {
  const isDomestic = isUnitedStates(shipFrom.country) && isUnitedStates(shipTo.country);
  const write = languages[format];
  if (index > 0 || isDomestic || write === undefined) return {};
  return { InternationalSignatureGraphicImage: Buffer.from(write(lines), "latin1").toString("base64") };
}
