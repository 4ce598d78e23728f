import type { BookedPackage, BookedShipment } from "../ledger/booked-shipment.js";

/** Headers of UPS's billing data, and the state that its shipping history has beside them. */
const headers = [
  ...["Account Number", "Transaction Date", "Lead Shipment Number", "Tracking Number"],
  ...["Package Reference Number 1", "Package Reference Number 2", "Package Reference Number 3"],
  ...["Transaction Currency Code", "Net Amount", "Status"],
];

/** The list that a merchant exports at UPS: a row for each package; the shipment's charges stand with its first. */
export function shipmentList(shipments: BookedShipment[]): string {
  const rows = shipments.flatMap((shipment) => shipment.packages.map((pkg, index) => row(shipment, pkg, index === 0)));
  return [headers, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function row(shipment: BookedShipment, pkg: BookedPackage, isLead: boolean): string[] {
  const { shipperNumber, bookedAt, shipmentIdentificationNumber, references, total } = shipment;
  const [year, month, day] = bookedAt.slice(0, 10).split("-");
  const [first = "", second = "", third = ""] = references;
  return [
    ...[shipperNumber, `${month}/${day}/${year}`, shipmentIdentificationNumber, pkg.trackingNumber],
    ...[first, second, third],
    ...[total.currencyCode, isLead ? total.amount : "0.00", pkg.voidedAt === null ? "Label Created" : "Voided"],
  ];
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
