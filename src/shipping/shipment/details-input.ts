import type { DutiesPayer, FreightPayer, SignatureOption } from "../../entities/values/enums.js";
import type { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { CollectOnDeliveryFunds, ShipmentNotificationEvent } from "../../entities/values/option-enums.js";
import type { PostalAddressInput } from "../../entities/values/postal-address.js";
import type { ReturnServiceInput } from "./return-input.js";

/** What callers give of an item; absent and null mean the same. */
export interface ItemInput {
  productId?: string | null;
  sku?: string | null;
  description: string;
  quantity: number;
  unitValue?: MonetaryAmountInput | null;
  weight?: PackageWeightInput | null;
  hsCode?: string | null;
  originCountryCode?: string | null;
}

export interface PackageDetailsInput {
  weight: PackageWeightInput;
  dimensions?: PackageDimensionsInput | null;
  packageType?: string | null;
  declaredValue?: MonetaryAmountInput | null;
  reference?: string | null;
  containsRegulatedItems?: boolean | null;
  items?: ItemInput[] | null;
}

export interface NotificationInput {
  event: ShipmentNotificationEvent;
  emails: string[];
  memo?: string | null;
}

export interface OptionsInput {
  payer?: FreightPayer | null;
  payerAccountNumber?: string | null;
  payerPostalCode?: string | null;
  payerCountryCode?: string | null;
  /** Null, unlike absent, takes back what was stored or quoted. */
  collectOnDelivery?: MonetaryAmountInput | null;
  collectOnDeliveryFunds?: CollectOnDeliveryFunds | null;
  notifications?: NotificationInput[] | null;
  dutiesPayer?: DutiesPayer | null;
  generateReturnLabel?: boolean | null;
  signature?: SignatureOption | null;
  isSaturdayDelivery?: boolean | null;
}

/** What callers declare to customs; absent and null mean the same. */
export interface CustomsInput {
  reasonForExport?: string | null;
  incoterm?: string | null;
  invoiceNumber?: string | null;
  invoiceDate?: string | null;
  comments?: string | null;
  declarationStatement?: string | null;
  soldTo?: PostalAddressInput | null;
  currencyCode?: string | null;
  items?: ItemInput[] | null;
  discount?: MonetaryAmountInput | null;
  freightCharges?: MonetaryAmountInput | null;
  insuranceCharges?: MonetaryAmountInput | null;
  otherCharges?: { amount: MonetaryAmountInput; description: string } | null;
}

/** The parts of a shipment as callers give them: what is missing comes from a quote, a method or the account. */
export interface DetailsInput {
  shipFrom?: PostalAddressInput | null;
  shipTo?: PostalAddressInput | null;
  packages?: PackageDetailsInput[] | null;
  options?: OptionsInput | null;
  /** Null: nothing is declared any more; absent: what was declared before stays. */
  customsDeclaration?: CustomsInput | null;
  shipDate?: string | null;
  /** Our id of an access point; null: to the door; absent: as quoted or stored. */
  carrierLocationId?: string | null;
  /** Goods come back; absent: as before, else they go out. */
  returnService?: ReturnServiceInput | null;
}
