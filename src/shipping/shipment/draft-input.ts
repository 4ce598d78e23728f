import type { DetailsInput } from "./details-input.js";

/** What callers give to make a shipment. */
export interface DraftInput extends DetailsInput {
  rateQuoteId?: string | null;
  shippingMethodId?: string | null;
  carrierAccountId?: string | null;
  service?: string | null;
  orderId?: string | null;
  reference?: string | null;
  tags?: string[] | null;
  clientReference?: string | null;
  /** What went out and comes back with it; callers name it in another place. */
  outboundShipmentId?: string | null;
  /** Of what went out, the packages that come back with it. */
  returnedPackageIds?: string[];
  /** What it is a copy of; callers name it in another place. */
  duplicateOfId?: string | null;
}
