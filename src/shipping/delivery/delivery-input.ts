import type { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import type { PostalAddressInput } from "../../entities/values/postal-address.js";
import type { PackableItemInput } from "../packing/items-input.js";
import type { ItemInput } from "../shipment/details-input.js";

export interface DeliveryPackageInput {
  weight: PackageWeightInput;
  dimensions?: PackageDimensionsInput | null;
  items?: ItemInput[] | null;
}

/** A cart and where it goes: either items or packages. */
export interface DeliveryOptionsInput {
  shipTo: PostalAddressInput;
  items?: PackableItemInput[] | null;
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
