import type { PurchaseState, VoidState } from "./states.js";

/** What a sequence sees of a shipment. DELETED: it was there before. */
export interface SeenShipment {
  id: string;
  status: "DRAFT" | "PURCHASING" | "PURCHASED" | "VOIDED" | "DELETED";
  version: number;
  serviceCode: string;
  /** The offer that it stands on; null: none. */
  quoteId: string | null;
  isRefused: boolean;
  packageIds: string[];
}

export interface SeenPurchase {
  id: string;
  shipmentId: string;
  key: string | null;
  state: PurchaseState;
  reference: string;
  /** Whether the moment at which its first byte may leave is written down. */
  isSent: boolean;
  /** The carrier's number of the booking that it keeps. */
  number: string | null;
  isVoided: boolean;
  /** Whether the carrier will be asked about it. */
  isWatched: boolean;
  unwanted: string[];
  packages: SeenPackage[];
}

export interface SeenPackage {
  packageId: string;
  trackingNumber: string;
  voidState: VoidState;
  labelBytes: number;
}

/** A shipment in the carrier's books. */
export interface Booking {
  number: string;
  references: string[];
  packages: { trackingNumber: string; isVoided: boolean }[];
  isVoided: boolean;
}

/** Everything of one sequence at one moment. */
export interface Seen {
  shipments: SeenShipment[];
  purchases: SeenPurchase[];
  bookings: Booking[];
}
