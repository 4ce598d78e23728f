import type { BookedShipment } from "../../ledger/booked-shipment.js";

const base64 = (html: string) => Buffer.from(`<!DOCTYPE html><html><body>${html}</body></html>`).toString("base64");

/** UPS's printed register of packages worth more than this. */
const highValue = 999;

/** Papers that options bring: the page on which collected payments are turned in, and the log of high values, twice. */
export function optionPapers(shipment: BookedShipment) {
  const isHigh = !shipment.request.returnService && highValues(shipment).length > 0;
  return {
    ...turnInPaper(shipment),
    ...(isHigh && { ControlLogReceipt: [controlLog(shipment), controlLog(shipment)] }),
  };
}

/** The same page whenever it is asked for; nothing where nothing is collected. */
export function turnInPaper(shipment: BookedShipment) {
  const rows = collectedRows(shipment);
  return rows.length > 0 ? { CODTurnInPage: { Image: htmlImage(turnInPage(shipment, rows)) } } : {};
}

function htmlImage(html: string) {
  return { ImageFormat: { Code: "HTML", Description: "HTML" }, GraphicImage: base64(html) };
}

function collectedRows({ request, packages }: BookedShipment): string[] {
  const { collection, collectOnDelivery } = request.options;
  const whole = collection ? [row(packages[0]?.trackingNumber, collectOnDelivery, collection.currencyCode)] : [];
  const each = request.packages.flatMap((pkg, index) =>
    pkg.collection ? [row(packages[index]?.trackingNumber, pkg.collectOnDelivery, pkg.collection.currencyCode)] : [],
  );
  return [...whole, ...each];
}

function row(trackingNumber = "", amount: string, currencyCode: string): string {
  return `<tr><td>${trackingNumber}</td><td>${Number(amount).toFixed(2)} ${currencyCode}</td></tr>`;
}

function turnInPage({ shipperNumber }: BookedShipment, rows: string[]): string {
  return `<h1>COD turn-in (SIMULATED)</h1><p>Shipper ${shipperNumber}</p><table>${rows.join("")}</table>`;
}

function highValues({ request, packages }: BookedShipment): string[] {
  return packages
    .filter((_, index) => Number(request.packages[index]?.declaredValue) > highValue)
    .map(({ trackingNumber }) => trackingNumber);
}

/** In the language of the label's printer, else as a page. */
function controlLog(shipment: BookedShipment) {
  const numbers = highValues(shipment);
  const text = `HIGH VALUE CONTROL LOG (SIMULATED) ${numbers.join(" ")}`;
  const thermal = thermalLanguages[shipment.labelFormat]?.(text);
  if (thermal === undefined) return htmlImage(`<h1>${text}</h1>`);
  const Code = shipment.labelFormat;
  return { ImageFormat: { Code, Description: Code }, GraphicImage: Buffer.from(thermal).toString("base64") };
}

const thermalLanguages: Record<string, (text: string) => string> = {
  ZPL: (text) => `^XA^FO20,20^A0N,30,30^FB760,20^FD${text}^FS^XZ\n`,
  EPL: (text) => `\nN\nA20,20,0,3,1,1,N,"${text}"\nP1\n`,
  SPL: (text) => `${text}\n\f`,
};
