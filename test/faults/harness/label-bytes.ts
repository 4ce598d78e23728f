import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { renderLabels, type ShipFormat, shipFormats } from "@shipping-subgraph/ups-simulator/labels/render-label.js";
import type { BookedShipment } from "@shipping-subgraph/ups-simulator/ledger/booked-shipment.js";
import type { PackageRow } from "./database-view.js";

/** UPS's own journal: what it booked, with all that its labels are drawn from. */
export function readBookings(ledgerFile: string): Map<string, BookedShipment> {
  const events = readFileSync(ledgerFile, "utf8").split("\n").filter(Boolean);
  const shipments = events.flatMap((line) => {
    const event = JSON.parse(line) as { type: string; shipment: BookedShipment };
    return event.type === "BOOKED" ? [event.shipment] : [];
  });
  return new Map(shipments.flatMap((shipment) => shipment.packages.map((pkg) => [pkg.trackingNumber, shipment])));
}

/** Stored labels whose bytes are not those that UPS draws for the package. */
export async function differentLabels(
  packages: PackageRow[],
  bookings: Map<string, BookedShipment>,
): Promise<string[]> {
  const different: string[] = [];
  for (const { tracking_number: number, carrier_sha256, carrier_format } of packages) {
    const booking = bookings.get(number);
    if (!booking || carrier_sha256 === null || !isShipFormat(carrier_format)) continue;
    const index = booking.packages.findIndex((pkg) => pkg.trackingNumber === number);
    const [bytes] = await renderLabels(booking, [index], carrier_format);
    if (createHash("sha256").update(bytes!).digest("hex") !== carrier_sha256)
      different.push(`${number}, ${carrier_format}`);
  }
  return different;
}

const isShipFormat = (format: string | null): format is ShipFormat =>
  (shipFormats as readonly string[]).includes(format ?? "");
