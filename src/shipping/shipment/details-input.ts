import type { CarrierFiling, ExportFiling } from "../../carrier/export-filing.js";
import type { DutiesPayerAccount } from "../../carrier/shipment-options.js";
import type { TaxNumber } from "../../carrier/tax-numbers.js";
import type { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import type { PostalAddressInput } from "../../entities/values/postal-address.js";
import type {
  StoredCustomsDeclaration,
  StoredItem,
  StoredPackage,
  StoredShipmentOptions,
} from "../../entities/values/stored-shipment-details.js";
import type { InputOf } from "../input-of.js";
import type { DangerousGoodsInput } from "./dangerous-goods-input.js";
import type { ReturnServiceInput } from "./return-input.js";

export interface ItemInput extends InputOf<Omit<StoredItem, "weight">, "description" | "quantity"> {
  weight?: PackageWeightInput | null;
}

export interface PackageDetailsInput
  extends InputOf<Omit<StoredPackage, "weight" | "dimensions" | "dangerousGoods" | "items">> {
  weight: PackageWeightInput;
  dimensions?: PackageDimensionsInput | null;
  dangerousGoods?: DangerousGoodsInput | null;
  /** Gives the size and the package type where they are absent. */
  packageTemplateId?: string | null;
  items?: ItemInput[] | null;
}

export type NotificationInput = InputOf<StoredShipmentOptions["notifications"][number], "event" | "emails">;

export type DutiesPayerAccountInput = InputOf<DutiesPayerAccount, "accountNumber" | "countryCode">;

/** In a change null clears what can be empty: see `draft-nulls.ts`. */
export interface OptionsInput extends InputOf<Omit<StoredShipmentOptions, "notifications" | "dutiesPayerAccount">> {
  dutiesPayerAccount?: DutiesPayerAccountInput | null;
  /** A customer's own account, which pays as the recipient's. */
  customerCarrierAccountId?: string | null;
  notifications?: NotificationInput[] | null;
}

export type CarrierFilingInput = InputOf<CarrierFiling, "powerOfAttorney">;

export interface ExportFilingInput extends InputOf<Omit<ExportFiling, "carrierFiling">> {
  carrierFiling?: CarrierFilingInput | null;
}

export type TaxNumberInput = InputOf<TaxNumber, "role" | "kind" | "number">;

type Nested = "soldTo" | "items" | "exportFiling" | "taxNumbers";

/** What callers declare to customs. */
export interface CustomsInput extends InputOf<Omit<StoredCustomsDeclaration, Nested>> {
  soldTo?: PostalAddressInput | null;
  items?: ItemInput[] | null;
  exportFiling?: ExportFilingInput | null;
  taxNumbers?: TaxNumberInput[] | null;
}

/** The parts of a shipment as callers give them: what is missing comes from a quote, a method or the account. */
export interface DetailsInput {
  shipFrom?: PostalAddressInput | null;
  /** A place of the merchant's; absent: as quoted or stored, else the method's or the tenant's, if there is one. */
  shipFromPlaceId?: string | null;
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
