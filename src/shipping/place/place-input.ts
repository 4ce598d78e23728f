import type { PlaceOpeningHours } from "../../entities/values/place-opening-hours.js";
import type { PostalAddressInput } from "../../entities/values/postal-address.js";

/** A place as callers give it; in changes, what is absent stays and null clears what can be empty. */
export interface PlaceChanges {
  name?: string | null;
  address?: PostalAddressInput | null;
  /** IANA name. */
  timeZone?: string | null;
  openingHours?: PlaceOpeningHours[] | null;
  defaultCarrierAccountId?: string | null;
  defaultShippingMethodId?: string | null;
}

export interface PlaceChangesInput extends PlaceChanges {
  shipFromPlaceId: string;
}

/** Every condition given must hold. */
export interface PlaceFilter {
  includeArchived?: boolean | null;
}
