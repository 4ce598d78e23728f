import type { FoundLocation, LatestDropOff, OpeningInterval } from "../../carrier/locations.js";
import type { Address } from "../../carrier/values.js";
import { numberOf } from "../words/money.js";
import { parseLatestDropOff } from "./latest-drop-off.js";
import { kindsOf } from "./location-kinds.js";
import type { DropLocation } from "./locator-shape.js";
import { clockTime, isoWeekday, minutesOf, parseOpeningHours } from "./opening-hours.js";
import { openAccessPoint } from "./serialise-locator.js";

const hoursTypes = { regular: "10", customerPickup: "14", dropOff: "50" };
const locationType = "01";

/** One `DropLocation` in the port's words; `country` where UPS names none: the one searched in. */
export function parseLocation(place: DropLocation, country: string): FoundLocation {
  const { AddressKeyFormat, Geocode, Distance, AccessPointInformation } = place;
  const accessPointId = AccessPointInformation?.PublicAccessPointID || null;
  const openingHours = openingHoursOf(place);
  const unit = Distance?.UnitOfMeasurement?.toUpperCase();
  return {
    carrierLocationId: place.LocationID,
    accessPointId,
    isAvailable: isAvailable(AccessPointInformation),
    kinds: kindsOf(typesOf(place), accessPointId, classificationsOf(place)),
    name: AddressKeyFormat.ConsigneeName || AddressKeyFormat.AddressLine[0] || "UPS",
    address: addressOf(place, country),
    latitude: numberOf(Geocode?.Latitude),
    longitude: numberOf(Geocode?.Longitude),
    distance: numberOf(Distance?.Value),
    distanceUnit: unit === "MI" || unit === "KM" ? unit : null,
    phone: place.PhoneNumber[0] ?? null,
    openingHours,
    latestDropOff: latestDropOffOf(place, openingHours),
    serviceNames: serviceNamesOf(place),
    instructions: place.SpecialInstructions.filter(Boolean).join(" ") || null,
  };
}

function isAvailable(point: DropLocation["AccessPointInformation"]): boolean {
  const status = point?.AccessPointStatus?.Code;
  const isClosed = status !== undefined && status.padStart(2, "0") !== openAccessPoint;
  return !isClosed && point?.Availability?.ShippingAvailability?.UnavailableReason === undefined;
}

function addressOf({ AddressKeyFormat: key, PhoneNumber }: DropLocation, country: string): Address {
  return {
    name: null,
    company: key.ConsigneeName || null,
    lines: key.AddressLine,
    city: key.PoliticalDivision2 || null,
    region: key.PoliticalDivision1 || null,
    postalCode: key.PostcodePrimaryLow || null,
    countryCode: key.CountryCode?.toUpperCase() ?? country,
    phone: PhoneNumber[0] ?? null,
    email: null,
    taxId: null,
    residentialStatus: "COMMERCIAL",
  };
}

function typesOf({ LocationAttribute }: DropLocation) {
  return LocationAttribute.filter(({ OptionType }) => OptionType?.Code === locationType).flatMap(({ OptionCode }) =>
    OptionCode.map(({ Code, Description }) => ({ code: Code ?? "", words: Description ?? "" })),
  );
}

function classificationsOf({ AccessPointInformation }: DropLocation): string[] {
  const list = AccessPointInformation?.BusinessClassificationList?.BusinessClassification ?? [];
  return list.map(({ Description }) => Description ?? "");
}

function serviceNamesOf({ LocationAttribute, ServiceOfferingList }: DropLocation): string[] {
  const attributes = LocationAttribute.filter(({ OptionType }) => OptionType?.Code !== locationType);
  const all = [...attributes.flatMap(({ OptionCode }) => OptionCode), ...(ServiceOfferingList?.ServiceOffering ?? [])];
  return [...new Set(all.map(({ Name, Description }) => Name || Description || "").filter(Boolean))];
}

/** Regular hours; hours of customer pickup where UPS has no others. */
function openingHoursOf(place: DropLocation): OpeningInterval[] {
  const days = daysOf(place, hoursTypes.regular);
  const chosen = days.length > 0 ? days : daysOf(place, hoursTypes.customerPickup);
  return parseOpeningHours(
    chosen.map((day) => ({
      day: day.Day,
      opens: day.OpenHours,
      closes: day.CloseHours,
      isClosed: day.ClosedIndicator,
      isAlwaysOpen: day.Open24HoursIndicator,
    })),
  );
}

function daysOf({ OperatingHours }: DropLocation, hoursType: string) {
  const hours = OperatingHours?.StandardHours ?? [];
  return hours
    .filter(({ HoursType }) => (HoursType ?? hoursTypes.regular) === hoursType)
    .flatMap(({ DayOfWeek }) => DayOfWeek);
}

function latestDropOffOf(place: DropLocation, openingHours: OpeningInterval[]): LatestDropOff[] {
  const open = [...new Set(openingHours.map(({ weekday }) => weekday))];
  const byDay = daysOf(place, hoursTypes.dropOff).flatMap(({ Day, LatestDropOffHours }) => {
    const weekday = isoWeekday(Day);
    const minutes = minutesOf(LatestDropOffHours ?? "");
    return weekday === null || minutes === null ? [] : [{ weekday, service: "ANY" as const, time: clockTime(minutes) }];
  });
  return [
    ...parseLatestDropOff(place.LatestGroundDropOffTime, "GROUND", open),
    ...parseLatestDropOff(place.LatestAirDropOffTime, "AIR", open),
    ...byDay,
  ];
}
