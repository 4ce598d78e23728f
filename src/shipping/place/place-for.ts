import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShipFromPlace } from "../../entities/ship-from-place.js";

/** What names a place, if anything does. */
export interface PlaceNames {
  shipFromPlaceId?: string | null;
  method: Pick<CarrierShippingMethod, "shipFromPlaceId"> | null;
}

/**
 * The place that was found, for this account. Null: it is the tenant's default alone, in another country than the account's:
 * carriers ship from an account's own country, so that it is not meant, and the account's address holds.
 */
export function placeFor(
  place: ShipFromPlace | null,
  account: Pick<CarrierAccount, "address"> | null,
  { shipFromPlaceId, method }: PlaceNames,
): ShipFromPlace | null {
  if (place === null || account === null) return place;
  const isNamed = place.id === shipFromPlaceId || place.id === method?.shipFromPlaceId;
  return isNamed || place.address.countryCode === account.address.countryCode ? place : null;
}
