import { isCountryCode } from "../../carrier/address-parts.js";
import type { LocationOrigin, LocationSearch } from "../../carrier/locations.js";
import type { FieldProblem } from "../../carrier/values.js";
import { LOCATION_LIMITS, LOCATION_TEXT_LIMITS, MAX_LOCATION_LINE, MAX_LOCATIONS } from "../words/limits.js";
import { checkText, problem, required } from "../words/problems.js";
import { isAccessPointKind } from "./location-kinds.js";

/** Locator's limits without asking UPS. Paths are relative to the search; those of an address to its origin. */
export function checkLocationSearch(search: LocationSearch): FieldProblem[] {
  const { radius, distanceUnit, first, kinds, services } = search;
  const { least, most } = LOCATION_LIMITS[distanceUnit];
  const isRadius = radius === null || (Number.isInteger(radius) && radius >= least && radius <= most);
  const isOnlyAccessPoints = kinds.length > 0 && kinds.every(isAccessPointKind);
  return [
    ...checkOrigin(search.origin),
    ...(isRadius
      ? []
      : [problem("INVALID", ["radius"], `UPS takes whole numbers from ${least} to ${most} ${distanceUnit}`)]),
    ...(first >= 1 && first <= MAX_LOCATIONS
      ? []
      : [problem("INVALID", ["first"], `UPS finds from 1 to ${MAX_LOCATIONS} locations`)]),
    ...(services.length > 0 && isOnlyAccessPoints
      ? [problem("OPTION_NOT_ALLOWED", ["services"], "UPS does not search access points by service")]
      : []),
  ];
}

function checkOrigin(origin: LocationOrigin): FieldProblem[] {
  const country = origin.by === "ADDRESS" ? origin.address.countryCode : origin.countryCode;
  const problems = isCountryCode(country)
    ? []
    : [problem("INVALID", ["origin", "countryCode"], "This is no country code of ISO 3166-1 alpha-2")];
  if (origin.by === "GEO_POINT") {
    if (!(Math.abs(origin.latitude) <= 90))
      problems.push(problem("INVALID", ["origin", "latitude"], "A latitude is from -90 to 90 degrees"));
    if (!(Math.abs(origin.longitude) <= 180))
      problems.push(problem("INVALID", ["origin", "longitude"], "A longitude is from -180 to 180 degrees"));
    return problems;
  }
  const { lines, city, postalCode } = origin.address;
  if (!city && !postalCode)
    problems.push(required(["origin", "city"], "UPS needs the city or the postal code of an address"));
  for (const part of ["city", "region", "postalCode"] as const)
    problems.push(...checkText(origin.address[part], LOCATION_TEXT_LIMITS[part], ["origin", part]));
  if (lines.join(", ").length > MAX_LOCATION_LINE)
    problems.push(problem("TOO_LONG", ["origin", "lines"], `UPS takes at most ${MAX_LOCATION_LINE} characters`));
  return problems;
}
