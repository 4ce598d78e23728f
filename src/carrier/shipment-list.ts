import type { Money } from "./values.js";

/** A package of a list that the carrier lets people export. What a list does not tell is null. */
export interface ListedPackage {
  trackingNumber: string;
  /** Of the shipment that it belongs to. */
  shipmentIdentificationNumber: string | null;
  /** Of the package and of its shipment. */
  references: string[];
  accountNumber: string | null;
  /** YYYY-MM-DD. */
  shippedOn: string | null;
  /** All that is charged for it by this list. */
  charges: Money | null;
  isVoided: boolean | null;
}
