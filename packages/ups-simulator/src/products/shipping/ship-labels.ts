import { renderLabels, type ShipFormat } from "../../labels/render-label.js";
import type { BookedShipment } from "../../ledger/booked-shipment.js";

/** Of several packages to be paid for at the door, the first label is a GIF whatever was asked (Shipping.yaml, ImageFormat). */
export function shipFormatOf({ request }: BookedShipment, index: number, asked: string): string {
  const isCollected = request.options.collection !== undefined || request.packages.some((pkg) => pkg.collection);
  return isCollected && request.packages.length > 1 && index === 0 ? "GIF" : asked;
}

/** As Ship gives them: one of each package, in order. */
export async function shipLabels(shipment: BookedShipment, asked: ShipFormat): Promise<Buffer[]> {
  const [first, ...rest] = shipment.packages.keys();
  const lead = first === undefined ? [] : [first];
  return [
    ...(await renderLabels(shipment, lead, shipFormatOf(shipment, 0, asked) as ShipFormat)),
    ...(await renderLabels(shipment, rest, asked)),
  ];
}
