import type { LocationOrigin, LocationSearch } from "../../carrier/locations.js";
import type {
  CarrierLocationKind,
  CarrierLocationService,
  DistanceUnit,
} from "../../entities/values/location-values.js";
import { type PostalAddressInput, postalAddress } from "../../entities/values/postal-address.js";

/** What callers give to look for places: exactly one of `address`, `geoPoint` and `city`. */
export interface LocationsInput {
  address?: PostalAddressInput | null;
  geoPoint?: { latitude: number; longitude: number; countryCode?: string | null } | null;
  city?: { city: string; region?: string | null; countryCode: string } | null;
  radius?: number | null;
  distanceUnit?: DistanceUnit | null;
  kinds?: CarrierLocationKind[] | null;
  services?: CarrierLocationService[] | null;
  first?: number | null;
  carrierAccountId?: string | null;
}

export const originParts = ["address", "geoPoint", "city"] as const;

const usualFirst = 10;
/** Where roads are measured in miles. */
const inMiles = new Set(["US", "PR", "GB"]);

/** The search with its defaults. `homeCountry`: where a geo point is taken to be when nobody says. */
export function toSearch(input: LocationsInput, homeCountry: string): LocationSearch {
  const origin = toOrigin(input, homeCountry);
  const country = origin.by === "ADDRESS" ? origin.address.countryCode : origin.countryCode;
  return {
    origin,
    radius: input.radius ?? null,
    distanceUnit: input.distanceUnit ?? (inMiles.has(country) ? "MI" : "KM"),
    kinds: [...new Set(input.kinds ?? [])],
    services: [...new Set(input.services ?? [])],
    first: input.first ?? usualFirst,
  };
}

function toOrigin({ address, geoPoint, city }: LocationsInput, homeCountry: string): LocationOrigin {
  if (geoPoint) {
    const { latitude, longitude, countryCode } = geoPoint;
    return { by: "GEO_POINT", latitude, longitude, countryCode: (countryCode?.trim() || homeCountry).toUpperCase() };
  }
  const place = postalAddress(address ?? { ...city, lines: [], countryCode: city?.countryCode ?? "" });
  const { lines, region, postalCode, countryCode } = place;
  return { by: "ADDRESS", address: { lines, city: place.city, region, postalCode, countryCode } };
}
