import type { ShipmentDetails } from "./shipment-details.js";
import type { DeliveryDay } from "./shipment-options.js";
import type { CarrierMessage, DimensionUnit, Money, Weight, WeightUnit } from "./values.js";

export interface RateRequest {
  details: ShipmentDetails;
  /** One service; null: all that the carrier offers on the lane, in one call. */
  serviceCode: string | null;
  /** Units the carrier is asked in; null: the usual ones of the origin country. */
  weightUnit: WeightUnit | null;
  dimensionUnit: DimensionUnit | null;
}

export type NegotiatedRateState =
  | "APPLIED"
  | "NOT_REQUESTED"
  | "ACCOUNT_NOT_ENROLLED"
  | "NOT_OFFERED_FOR_LANE"
  /** Another account pays, and the carrier does not show its prices to this one. */
  | "PAYER_RATES_HIDDEN"
  | "UNKNOWN";

/** Why a carrier refuses to price, as far as its codes tell. */
export type RateRefusalReason =
  | "LANE_NOT_SERVED"
  | "WEIGHT_LIMIT"
  | "SIZE_LIMIT"
  | "ADDRESS_INVALID"
  | "OPTION_NOT_ALLOWED";

export type RateChargeKind =
  | "BASE"
  | "FUEL"
  | "RESIDENTIAL"
  | "EXTENDED_AREA"
  | "SIGNATURE"
  | "DECLARED_VALUE"
  | "COLLECT_ON_DELIVERY"
  | "SATURDAY"
  | "DUTIES_TAXES"
  | "TAX"
  | "OTHER";

export interface RateCharge {
  /** The carrier's own number of the charge; null for the base charge and taxes. */
  carrierChargeCode: string | null;
  kind: RateChargeKind;
  name: string;
  amount: Money;
}

/** One priced service. The same service can appear twice, plain and on a Saturday. */
export interface RatedService extends DeliveryDay {
  serviceCode: string;
  carrierServiceCode: string;
  /** What will be charged: negotiated with taxes, else negotiated, else published with taxes, else published. */
  total: Money;
  published: Money | null;
  negotiated: Money | null;
  negotiatedState: NegotiatedRateState;
  charges: RateCharge[];
  /** YYYY-MM-DD and HH:MM at the destination, as the carrier says them. */
  estimatedDeliveryDate: string | null;
  estimatedDeliveryTime: string | null;
  transitDays: number | null;
  isGuaranteed: boolean | null;
  billableWeight: Weight | null;
  messages: CarrierMessage[];
}
