import type { ReturnServiceKind } from "./returns.js";
import type { CollectOnDeliveryFunds } from "./shipment-options.js";
import type { Address, Money } from "./values.js";

/** What a carrier may do besides carrying; the way back counts as an option of the way there. */
export type ServiceOptionCode =
  | "SIGNATURE"
  | "ADULT_SIGNATURE"
  | "SATURDAY_DELIVERY"
  | "DECLARED_VALUE"
  | "COLLECT_ON_DELIVERY"
  | "BILL_RECIPIENT"
  | "BILL_THIRD_PARTY"
  | "DUTIES_PAYER"
  | "ACCESS_POINT_DELIVERY"
  | "COMMERCIAL_INVOICE"
  | "PAPERLESS_DOCUMENTS"
  | "EMAIL_NOTIFICATION"
  | "VOID_CHOSEN_PACKAGES"
  | `RETURN_BY_${ReturnServiceKind}`;

/** As much of an address as decides on options. */
export type LanePlace = Pick<Address, "countryCode" | "region" | "postalCode">;

export interface ServiceOptionsQuery {
  from: LanePlace;
  to: LanePlace;
  /** Null: what goes with at least one service of the lane. */
  serviceCode: string | null;
  /** Our package type; null: any. */
  packageType: string | null;
}

/** Whether the carrier is told of it for each package, or once for the shipment. */
export type ServiceOptionLevel = "PACKAGE" | "SHIPMENT";

export interface ServiceOption {
  code: ServiceOptionCode;
  isAvailable: boolean;
  /** Why not; null when it is available. */
  reason: string | null;
  /** Null when it is not available, or is no part of what the carrier is told when it ships. */
  level: ServiceOptionLevel | null;
  /** Limits of one amount; null: none known. */
  minimum: Money | null;
  maximum: Money | null;
  /** Which currencies an amount may be in; empty: any, or there is no amount. */
  currencyCodes: string[];
  /** Of COLLECT_ON_DELIVERY; empty otherwise. */
  funds: CollectOnDeliveryFunds[];
  /** What else must hold; null: nothing. */
  note: string | null;
}
