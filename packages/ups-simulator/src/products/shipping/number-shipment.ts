import type { BookedShipment } from "../../ledger/booked-shipment.js";
import type { Ledger } from "../../ledger/ledger.js";
import { trackingNumber } from "../../ledger/tracking-number.js";
import { serviceTerms } from "../../pricing/services.js";
import type { RequestedShipment } from "../../request/requested-shipment.js";

/** Of every return, whatever the service. */
const returnIndicator = "90";

interface BookingTerms {
  at: Date;
  total: BookedShipment["total"];
  transId: string;
  labelFormat: string;
}

/** Whose account the way is booked to; a consignee without an account pays at the door. */
function payerOf({ charges }: RequestedShipment): NonNullable<BookedShipment["billedTo"]> {
  const transport = charges.find(({ type }) => type === "01");
  return { payer: transport?.payer ?? "NONE", accountNumber: transport?.accountNumber.toUpperCase() ?? "" };
}

/** Gives every package its 1Z number; the first one's names the shipment. Nothing is booked yet. */
export function numberShipment(ledger: Ledger, request: RequestedShipment, terms: BookingTerms): BookedShipment {
  const indicator = request.returnService ? returnIndicator : (serviceTerms[request.serviceCode]?.indicator ?? "03");
  const numbers = ledger
    .takeSerials(request.packages.length)
    .map((serial) => trackingNumber(request.shipperNumber, indicator, serial));
  const references = [...request.references, ...request.packages.flatMap((pkg) => pkg.references)];
  return {
    shipmentIdentificationNumber: numbers[0] ?? "",
    shipperNumber: request.shipperNumber.toUpperCase(),
    serviceCode: request.serviceCode,
    bookedAt: terms.at.toISOString(),
    references: [...new Set(references)],
    packages: numbers.map((number) => ({ trackingNumber: number, voidedAt: null })),
    voidedAt: null,
    total: terms.total,
    transId: terms.transId,
    labelFormat: terms.labelFormat,
    billedTo: payerOf(request),
    request,
    ...(request.accessPointId && { accessPointId: request.accessPointId }),
  };
}
