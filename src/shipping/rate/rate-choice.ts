import type { CarrierLocation } from "../../entities/carrier-location.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { NamedTemplates } from "../packing/find-templates.js";
import type { AddressDoubts } from "../shipment/address-doubt.js";
import type { KnownClassifications } from "../shipment/destination.js";

/** One thing to price: a method, or with `method` null all that an account's carrier offers. */
export interface RateChoice {
  /** Null: of a method that ships with no carrier. */
  accountId: string | null;
  method: CarrierShippingMethod | null;
  /** YYYY-MM-DD: the day of its handover, where one account is asked about another day for all of its methods. */
  shipDate?: string | null;
}

export interface RatePlan {
  /** The draft as it is stored; null: the input holds the parts. */
  draft: StoredShipmentDetails | null;
  choices: RateChoice[];
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
