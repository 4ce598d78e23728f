import { isCountryCode } from "../../carrier/address-parts.js";
import type { LocationAddress, LocationOrigin, LocationSearch } from "../../carrier/locations.js";
import { isPostalCode } from "../../carrier/postal-codes.js";
import { isRegion } from "../../carrier/regions.js";
import type { FieldProblem } from "../../carrier/values.js";
import { locationLimits, locationTextLimits, maxLocationLine, maxLocations } from "../words/limits.js";
import { checkText, problem, required, when } from "../words/problems.js";
import { isAccessPointKind } from "./location-kinds.js";

/** Locator's limits without asking UPS. Paths are relative to the search; those of an address to its origin. */
export function checkLocationSearch(search: LocationSearch): FieldProblem[] {
  const { radius, distanceUnit, first, kinds, services } = search;
  const { least, most } = locationLimits[distanceUnit];
  const isRadius = radius === null || (Number.isInteger(radius) && radius >= least && radius <= most);
  const isOnlyAccessPoints = kinds.length > 0 && kinds.every(isAccessPointKind);
  return [
    ...checkOrigin(search.origin),
    ...when(
      !isRadius,
      problem("INVALID", ["radius"], `UPS takes whole numbers from ${least} to ${most} ${distanceUnit}`),
    ),
    ...when(
      !(first >= 1 && first <= maxLocations),
      problem("INVALID", ["first"], `UPS finds from 1 to ${maxLocations} locations`),
    ),
    ...when(
      services.length > 0 && isOnlyAccessPoints,
      problem("OPTION_NOT_ALLOWED", ["services"], "UPS does not search access points by service"),
    ),
  ];
}

const at = (part: string) => ["origin", part];

function checkOrigin(origin: LocationOrigin): FieldProblem[] {
  const country = origin.by === "ADDRESS" ? origin.address.countryCode : origin.countryCode;
  return [
    ...when(
      !isCountryCode(country),
      problem("INVALID", at("countryCode"), "This is no country code of ISO 3166-1 alpha-2"),
    ),
    ...(origin.by === "GEO_POINT" ? checkPoint(origin) : checkPlace(origin.address)),
  ];
}

function checkPoint({ latitude, longitude }: { latitude: number; longitude: number }): FieldProblem[] {
  const isWithin = (degrees: number, most: number) => Math.abs(degrees) <= most;
  return [
    ...when(!isWithin(latitude, 90), problem("INVALID", at("latitude"), "A latitude is from -90 to 90 degrees")),
    ...when(!isWithin(longitude, 180), problem("INVALID", at("longitude"), "A longitude is from -180 to 180 degrees")),
  ];
}

function checkPlace(address: LocationAddress): FieldProblem[] {
  const { lines, city, region, postalCode, countryCode } = address;
  return [
    ...when(!city && !postalCode, required(at("city"), "UPS needs the city or the postal code of an address")),
    ...checkText(city, locationTextLimits.city, at("city")),
    ...checkCode(
      "region",
      region,
      isRegion(countryCode, region ?? ""),
      `No state, province or county of ${countryCode}`,
    ),
    ...checkCode(
      "postalCode",
      postalCode,
      isPostalCode(countryCode, postalCode ?? ""),
      `No postal code of ${countryCode}`,
    ),
    ...when(
      lines.join(", ").length > maxLocationLine,
      problem("TOO_LONG", at("lines"), `UPS takes at most ${maxLocationLine} characters`),
    ),
  ];
}

function checkCode(part: "region" | "postalCode", written: string | null, isCode: boolean, message: string) {
  const problems = checkText(written, locationTextLimits[part], at(part));
  return problems.length > 0 ? problems : when(written !== null && !isCode, problem("INVALID", at(part), message));
}
