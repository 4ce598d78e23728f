import type { RequestedInvoice } from "../products/forms/requested-invoice.js";
import type { JourneyName } from "../products/tracking/journey-name.js";
import type { RequestedCharge, RequestedShipment } from "../request/requested-shipment.js";

/** A shipment in the ledger: enough to void it, to find it and to print its labels again. */
export interface BookedShipment {
  shipmentIdentificationNumber: string;
  shipperNumber: string;
  serviceCode: string;
  /** ISO instant on the simulator's clock. */
  bookedAt: string;
  /** References of the shipment and of its packages. */
  references: string[];
  /** In the order of the request. */
  packages: BookedPackage[];
  voidedAt: string | null;
  total: { amount: string; currencyCode: string };
  /** Whose account `total` is booked to; absent in ledgers of before. */
  billedTo?: { payer: RequestedCharge["payer"]; accountNumber: string };
  transId: string;
  labelFormat: string;
  /** The language whose letters its labels print; absent: English. */
  characterSet?: string;
  request: RequestedShipment;
  /** Of the shipper's own documents, those that go with it since it was booked; absent: none. */
  documentIds?: string[];
  /** What UPS made the invoice from; absent: it made none. */
  invoice?: RequestedInvoice;
  /** The access point where the recipient fetches it; absent: it goes to the door. */
  accessPointId?: string;
  /** Chosen through the control door; absent: by recipient and destination. */
  journey?: JourneyName;
}

export interface BookedPackage {
  trackingNumber: string;
  voidedAt: string | null;
}
