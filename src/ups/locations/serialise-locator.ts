import type {
  LocationAddress,
  LocationOrigin,
  LocationQuery,
  LocationSearch,
  LocationService,
} from "../../carrier/locations.js";
import { bodyOf, queryOf } from "../wire/declared-names.js";
import { postalCodeOf } from "../words/address.js";
import { locationLimits } from "../words/limits.js";
import { countryOf, placeOf } from "../words/places/place.js";
import { isAccessPointKind, typeCodesOf } from "./location-kinds.js";

const serviceCodes: Record<LocationService, string> = {
  GROUND: "01",
  AIR: "02",
  EXPRESS: "03",
  STANDARD: "04",
  INTERNATIONAL: "05",
};

/** Active and available: the only status that takes packages. */
export const openAccessPoint = "01";

/** `1`: places of every kind but access points alone; `64`: access points. */
function locatorPath(option: "1" | "64"): string {
  return `/api/locations/v3/search/availabilities/${option}?${queryOf("LOCATE", { Locale: "en_US" })}`;
}

/** Alike in every search. */
const usual = {
  Request: { RequestAction: "Locator" },
  Translate: { Locale: "en_US" },
  SortCriteria: { SortType: "01" },
};

/** What to send: one request, or two where the kinds wanted need both of UPS's searches. */
export function locatorRequests(query: LocationQuery): { path: string; body: object }[] {
  if ("accessPointId" in query) return [{ path: locatorPath("64"), body: serialiseAccessPoint(query) }];
  const { kinds, services } = query;
  // Access points cannot be searched by what is handed in.
  const wantsAccessPoints = services.length === 0 && (kinds.length === 0 || kinds.some(isAccessPointKind));
  const wantsOthers = kinds.length === 0 || kinds.some((kind) => !isAccessPointKind(kind));
  return [
    ...(wantsOthers ? [{ path: locatorPath("1"), body: serialiseSearch(query, "1") }] : []),
    ...(wantsAccessPoints ? [{ path: locatorPath("64"), body: serialiseSearch(query, "64") }] : []),
  ];
}

export function countrySearchedIn(query: LocationQuery): string {
  if ("accessPointId" in query) return query.countryCode;
  const { origin } = query;
  return origin.by === "ADDRESS" ? origin.address.countryCode : origin.countryCode;
}

function serialiseAccessPoint({ accessPointId, countryCode }: { accessPointId: string; countryCode: string }) {
  return bodyOf("LOCATE", {
    LocatorRequest: {
      ...usual,
      OriginAddress: { AddressKeyFormat: { CountryCode: countryOf({ countryCode }) } },
      UnitOfMeasurement: { Code: "MI" },
      LocationSearchCriteria: { MaximumListSize: "1", AccessPointSearch: { PublicAccessPointID: accessPointId } },
    },
  });
}

function serialiseSearch({ origin, radius, distanceUnit, kinds, services, first }: LocationSearch, option: "1" | "64") {
  const codes = typeCodesOf(kinds.filter((kind) => !isAccessPointKind(kind)));
  const isByType = option === "1" && codes.length > 0;
  return bodyOf("LOCATE", {
    LocatorRequest: {
      ...usual,
      OriginAddress: serialiseOrigin(origin),
      UnitOfMeasurement: { Code: distanceUnit },
      LocationSearchCriteria: {
        MaximumListSize: String(first),
        SearchRadius: String(radius ?? locationLimits[distanceUnit].most),
        ...(isByType && {
          SearchOption: [{ OptionType: { Code: "01" }, OptionCode: codes.map((Code) => ({ Code })) }],
        }),
        ...(services.length > 0 && {
          ServiceSearch: { ServiceCode: services.map((service) => ({ Code: serviceCodes[service] })) },
        }),
        ...(option === "64" && { AccessPointSearch: { AccessPointStatus: openAccessPoint } }),
      },
    },
  });
}

function serialiseOrigin(origin: LocationOrigin) {
  if (origin.by === "ADDRESS") return { AddressKeyFormat: serialiseAddress(origin.address) };
  const { latitude, longitude, countryCode } = origin;
  return {
    Geocode: { Latitude: latitude.toFixed(8), Longitude: longitude.toFixed(8) },
    AddressKeyFormat: { CountryCode: countryOf({ countryCode }) },
  };
}

function serialiseAddress(address: LocationAddress) {
  const { lines, city } = address;
  const { country, region } = placeOf(address);
  const postcode = postalCodeOf(address);
  return {
    ...(lines.length > 0 && { AddressLine: lines.join(", ") }),
    ...(city && { PoliticalDivision2: city }),
    ...(region && { PoliticalDivision1: region }),
    ...(postcode && { PostcodePrimaryLow: postcode }),
    CountryCode: country,
  };
}
