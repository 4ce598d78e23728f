import type { CarrierLocation } from "../../entities/carrier-location.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { CustomersPayer } from "../customer/customers-payer.js";
import type { NamedTemplates } from "../packing/find-templates.js";
import type { AddressDoubts } from "../shipment/address-doubt.js";
import type { KnownClassifications } from "../shipment/destination.js";

/** One thing to price: a method, or with `method` null all that an account's carrier offers. */
export interface RateChoice {
  /** Null: of a method that ships with no carrier. */
  accountId: string | null;
  method: CarrierShippingMethod | null;
  /** Where it leaves from unless an address is stated; absent or null: the account's address. */
  place?: ShipFromPlace | null;
}

export interface RatePlan {
  /** The draft as it is stored; null: the input holds the parts. */
  draft: StoredShipmentDetails | null;
  choices: RateChoice[];
  /**
   * YYYY-MM-DD: the day that carriers are asked about where the parts name none; absent, null: today. It is in no quote:
   * what is bought with one goes on the day it is bought.
   */
  askedDay?: string | null;
  /** What `options.customerCarrierAccountId` names; absent or null: nothing was named. */
  customersPayer?: CustomersPayer | null;
  /** What `carrierLocationId` names; undefined: nothing was named. */
  location: CarrierLocation | null | undefined;
  /** What packages name by `packageTemplateId`; absent: none. */
  templates?: NamedTemplates;
  /** What carriers said of the recipient's address. */
  classifications: KnownClassifications;
  /** Where parcels start that no account sends and whose start is not stated; absent, null: nowhere that is known. */
  sender?: PostalAddress | null;
  /** Where they could not confirm it. */
  doubts: AddressDoubts;
}
