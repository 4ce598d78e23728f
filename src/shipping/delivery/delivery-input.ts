import type { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import type { PostalAddressInput } from "../../entities/values/postal-address.js";
import type { ItemInput } from "../shipment/details-input.js";

/** Equal goods of a cart; measures are of one piece. */
export interface DeliveryItemInput {
  productId?: string | null;
  sku?: string | null;
  /** Absent: the SKU, else that they are goods. */
  description?: string | null;
  quantity: number;
  weight?: PackageWeightInput | null;
  dimensions?: PackageDimensionsInput | null;
  unitValue?: MonetaryAmount | null;
  shipAlone?: boolean | null;
  keepUpright?: boolean | null;
}

export interface DeliveryPackageInput {
  weight: PackageWeightInput;
  dimensions?: PackageDimensionsInput | null;
  items?: ItemInput[] | null;
}

/** A cart and where it goes: either items or packages. */
export interface DeliveryOptionsInput {
  shipTo: PostalAddressInput;
  items?: DeliveryItemInput[] | null;
  packages?: DeliveryPackageInput[] | null;
  orderAmount?: MonetaryAmount | null;
  tags?: string[] | null;
  channel?: string | null;
  /** BCP 47; null: English. */
  locale?: string | null;
  carrierLocationId?: string | null;
  /** Where it leaves from; null: from each method's place, else the tenant's default, else the account's address. */
  shipFromPlaceId?: string | null;
  /** The customer's own account, which pays where a method has Bill My Account. */
  customerCarrierAccountId?: string | null;
  validateAddress?: boolean | null;
}
