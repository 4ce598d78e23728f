import type { DutiesPayer, FreightPayer, ReturnServiceKind, SignatureOption } from "./enums.js";
import type { PackageDimensions, PackageWeight } from "./measures.js";
import type { MonetaryAmount } from "./monetary-amount.js";
import type { CollectOnDeliveryFunds, ShipmentNotificationEvent } from "./option-enums.js";
import type { PostalAddress } from "./postal-address.js";

export interface StoredItem {
  productId: string | null;
  sku: string | null;
  description: string;
  quantity: number;
  unitValue: MonetaryAmount | null;
  weight: PackageWeight | null;
  hsCode: string | null;
  originCountryCode: string | null;
}

export interface StoredPackage {
  weight: PackageWeight;
  dimensions: PackageDimensions | null;
  packageType: string;
  declaredValue: MonetaryAmount | null;
  reference: string | null;
  /** Absent in quotes from before it was asked for: no. */
  containsRegulatedItems?: boolean;
  items: StoredItem[];
}

export interface StoredNotification {
  event: ShipmentNotificationEvent;
  emails: string[];
  memo: string | null;
}

export interface StoredShipmentOptions {
  payer: FreightPayer;
  payerAccountNumber: string | null;
  payerPostalCode: string | null;
  payerCountryCode: string | null;
  signature: SignatureOption;
  isSaturdayDelivery: boolean;
  dutiesPayer: DutiesPayer | null;
  collectOnDelivery: MonetaryAmount | null;
  collectOnDeliveryFunds: CollectOnDeliveryFunds | null;
  notifications: StoredNotification[];
  /** The outbound's purchase buys a return label too. */
  generateReturnLabel: boolean;
}

/** What options are that were stored before they could be chosen. */
export const optionsNotYetStored = {
  collectOnDelivery: null,
  collectOnDeliveryFunds: null,
  notifications: [],
  generateReturnLabel: false,
};

export interface StoredAccessPoint {
  /** Our id of the place. */
  locationId: string;
  /** The carrier's own public id of it. */
  carrierLocationId: string;
  name: string;
  address: PostalAddress;
}

export interface StoredCustomsItem {
  description: string;
  quantity: number;
  unitValue: MonetaryAmount | null;
  weight: PackageWeight | null;
  sku: string | null;
  hsCode: string | null;
  originCountryCode: string | null;
}

/** As it was given; null where the default holds. */
export interface StoredCustomsDeclaration {
  reasonForExport: string | null;
  incoterm: string | null;
  invoiceNumber: string | null;
  /** YYYY-MM-DD. */
  invoiceDate: string | null;
  comments: string | null;
  declarationStatement: string | null;
  /** Null: the recipient. */
  soldTo: PostalAddress | null;
  currencyCode: string | null;
  /** Null: what is packed. */
  items: StoredCustomsItem[] | null;
  discount: MonetaryAmount | null;
  freightCharges: MonetaryAmount | null;
  insuranceCharges: MonetaryAmount | null;
  otherCharges: { amount: MonetaryAmount; description: string } | null;
}

export interface StoredReturnService {
  kind: ReturnServiceKind;
  email: string | null;
  /** Which of its boxes the carrier brings, 1 to 5; null: none. */
  boxNumber: number | null;
}

/** The parts of a shipment that a price depends on, complete: defaults are filled in. */
export interface StoredShipmentDetails {
  shipFrom: PostalAddress;
  shipTo: PostalAddress;
  packages: StoredPackage[];
  options: StoredShipmentOptions;
  /** YYYY-MM-DD; null: the day it is bought. */
  shipDate: string | null;
  accessPoint: StoredAccessPoint | null;
  customs: StoredCustomsDeclaration | null;
  returnService: StoredReturnService | null;
}
