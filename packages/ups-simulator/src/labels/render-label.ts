import { setImmediate } from "node:timers/promises";
import type { BookedShipment } from "../ledger/booked-shipment.js";
import { eplLabel } from "./epl-label.js";
import { labelContent } from "./label-content.js";
import { rasterLabel } from "./raster-label.js";
import { splLabel } from "./spl-label.js";
import { zplLabel } from "./zpl-label.js";

/** What Ship gives: PNG is undocumented but real. */
export const shipFormats = ["GIF", "PNG", "ZPL", "EPL", "SPL"] as const;
export type ShipFormat = (typeof shipFormats)[number];

/** The label of one package as bytes. Rendering it again gives the same bytes. */
async function renderLabel(shipment: BookedShipment, index: number, format: ShipFormat): Promise<Buffer> {
  const content = labelContent(shipment, index);
  if (format === "ZPL") return Buffer.from(zplLabel(content), "latin1");
  if (format === "EPL") return Buffer.from(eplLabel(content), "latin1");
  if (format === "SPL") return Buffer.from(splLabel(content), "latin1");
  return rasterLabel(content, format);
}

/** As `renderLabel`, of these packages. One after the other, so that 200 labels do not keep other requests waiting. */
export async function renderLabels(shipment: BookedShipment, indexes: number[], format: ShipFormat): Promise<Buffer[]> {
  const labels: Buffer[] = [];
  for (const index of indexes) {
    labels.push(await renderLabel(shipment, index, format));
    await setImmediate();
  }
  return labels;
}

/** The page that UPS sends beside an image for printing from a browser. */
export function labelPage(trackingNumber: string): string {
  const image = `<img src="./label${trackingNumber}.gif" height="392" width="672">`;
  return Buffer.from(`<!DOCTYPE html><html><body>${image}</body></html>`).toString("base64");
}
