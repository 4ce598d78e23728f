import type { AccessPoint } from "../../carrier/access-point.js";
import { type CustomsItem, type CustomsTerms, plainTerms } from "../../carrier/customs.js";
import type { DangerousGoods } from "../../carrier/dangerous-goods.js";
import type { CarrierFiling, ExportFiling } from "../../carrier/export-filing.js";
import type { ReturnService } from "../../carrier/returns.js";
import type { PackedBox, ShipmentDetails } from "../../carrier/shipment-details.js";
import { type PayerAccount, plainOptions, type ShipmentOptionsDetails } from "../../carrier/shipment-options.js";
import type { TaxNumber } from "../../carrier/tax-numbers.js";
import type { PostalAddress } from "./postal-address.js";

/** The carrier port's words are the stored words: only what no carrier is told is added to them here. */
export type StoredCustomsItem = CustomsItem;

export type StoredExportFiling = ExportFiling;

export type StoredCarrierFiling = CarrierFiling;

export type StoredTaxNumber = TaxNumber;

export interface StoredItem extends CustomsItem {
  productId: string | null;
}

export interface StoredPackage extends PackedBox {
  /** Absent in quotes from before it was asked for: no. */
  containsRegulatedItems?: boolean;
  /** Absent in quotes from before they could be declared: none. */
  dangerousGoods?: DangerousGoods | null;
  items: StoredItem[];
}

export interface StoredShipmentOptions extends ShipmentOptionsDetails {
  /** The outbound's purchase buys a return label too. */
  generateReturnLabel: boolean;
}

/** What may be read of options: the account of whoever else pays is not given out. */
export type ShownOptions = Omit<StoredShipmentOptions, keyof PayerAccount | "dutiesPayerAccount">;

/** Options of which none is chosen; those of a return, and what was stored before an option could be chosen. */
export const storedPlainOptions: StoredShipmentOptions = { ...plainOptions, generateReturnLabel: false };

export interface StoredAccessPoint extends AccessPoint {
  /** Our id of the place. */
  locationId: string;
}

/** As it was given; null where the default holds. */
export interface StoredCustomsDeclaration extends CustomsTerms {
  reasonForExport: string | null;
  currencyCode: string | null;
  /** Null: what is packed. */
  items: StoredCustomsItem[] | null;
}

/** A declaration of which nothing is said. */
export const plainDeclaration: StoredCustomsDeclaration = {
  ...plainTerms,
  reasonForExport: null,
  currencyCode: null,
  items: null,
};

export type StoredReturnService = ReturnService;

/** The parts of a shipment that a price depends on, complete: defaults are filled in. */
export interface StoredShipmentDetails extends Omit<ShipmentDetails, "reference" | "packages" | "options" | "customs"> {
  shipFrom: PostalAddress;
  shipTo: PostalAddress;
  packages: StoredPackage[];
  options: StoredShipmentOptions;
  accessPoint: StoredAccessPoint | null;
  customs: StoredCustomsDeclaration | null;
}
