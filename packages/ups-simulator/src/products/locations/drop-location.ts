import { geocodeOf } from "./locator-answer.js";
import { type Place, placeTypes, type Shifts } from "./place.js";

const statusWords: Record<string, string> = {
  "01": "Active-available",
  "06": "Suspended",
  "07": "Active-unavailable",
  "08": "Terminated",
};
const serviceNames: Record<string, string> = {
  "01": "UPS Ground",
  "02": "UPS Air",
  "03": "UPS Express",
  "04": "UPS Standard",
  "05": "UPS International",
};

export interface Found {
  place: Place;
  distance: number;
  unit: "MI" | "KM";
  /** Of an access point; empty: the search was for other places. */
  status: string;
}

/** A `DropLocation` in the shapes of the spec; split shifts come as lists, which the spec does not say. */
export function dropLocation({ place, distance, unit, status }: Found) {
  return {
    LocationID: place.id,
    IVR: { PhraseID: "" },
    Geocode: geocodeOf(place),
    AddressKeyFormat: {
      ConsigneeName: place.name,
      AddressLine: place.line,
      PoliticalDivision2: place.city,
      ...(place.state && { PoliticalDivision1: place.state }),
      PostcodePrimaryLow: place.postalCode,
      CountryCode: place.country,
    },
    PhoneNumber: place.phone ? [place.phone] : [],
    LocationAttribute: attributes(place),
    Distance: {
      Value: distance.toFixed(1),
      UnitOfMeasurement: { Code: unit, Description: unit === "MI" ? "Miles" : "Kilometers" },
    },
    SpecialInstructions: [{ Segment: [place.isLocker ? "The lockers are by the entrance." : "At the counter."] }],
    ...(place.latestGround && { LatestGroundDropOffTime: [dropOffWords(place.latestGround)] }),
    ...(place.latestAir && { LatestAirDropOffTime: [dropOffWords(place.latestAir)] }),
    OperatingHours: { StandardHours: [{ HoursType: "10", DayOfWeek: place.week.map(dayOfWeek) }] },
    Timezone: "America/New_York",
    ...(status && accessPointParts(place, status)),
  };
}

function attributes(place: Place) {
  const { code, description } = placeTypes[place.type];
  return [
    {
      OptionType: { Code: "01", Description: "Location" },
      OptionCode: [{ Code: code, Description: description }],
    },
    {
      OptionType: { Code: "03", Description: "AdditionalServices" },
      OptionCode: place.services.map((service) => ({ Code: `0${service}`, Name: serviceNames[service] ?? "" })),
    },
  ];
}

function dayOfWeek(shifts: Shifts, index: number) {
  const Day = String(index + 1);
  if (shifts === "ALWAYS") return { Day, Open24HoursIndicator: "" };
  if (shifts.length === 0) return { Day, ClosedIndicator: "" };
  const oneOrMany = (values: string[]) => (values.length === 1 ? values[0] : values);
  return {
    Day,
    OpenHours: oneOrMany(shifts.map(([open]) => open)),
    CloseHours: oneOrMany(shifts.map(([, close]) => close)),
  };
}

/** `1730` as people read it; nothing leaves at the weekend. */
function dropOffWords(military: string): string {
  const hour = Number(military.slice(0, -2));
  return `Mon-Fri: ${hour % 12 || 12}:${military.slice(-2)}${hour < 12 ? "am" : "pm"}; Sat: No Pickup; Sun: No Pickup`;
}

function accessPointParts(place: Place, status: string) {
  const isAvailable = status === "01";
  return {
    ServiceOfferingList: {
      ServiceOffering: [
        { Code: "001", Description: "Direct To Retail" },
        { Code: "006", Description: "Drop Off" },
      ],
    },
    AccessPointInformation: {
      PublicAccessPointID: place.accessPointId,
      BusinessClassificationList: {
        BusinessClassification: [
          place.isLocker ? { Code: "100", Description: "Locker" } : { Code: "002", Description: "Convenience store" },
        ],
      },
      AccessPointStatus: { Code: status, Description: statusWords[status] ?? "" },
      Availability: {
        ShippingAvailability: isAvailable
          ? { AvailableIndicator: "" }
          : { UnavailableReason: { Code: "01", Description: "Temporarily Unavailable" } },
      },
    },
  };
}

/** Shapes met on the wire and not in the spec (UPS-API/api-documentation#191): bare objects and strings for containers. */
export function inOddShape({ SpecialInstructions, Distance, ...location }: ReturnType<typeof dropLocation>) {
  return {
    ...location,
    PhoneNumber: location.PhoneNumber[0] ?? "",
    SpecialInstructions: SpecialInstructions[0]?.Segment[0] ?? "",
    Distance: { ...Distance, UnitOfMeasurement: Distance.UnitOfMeasurement.Code },
    OperatingHours: { StandardHours: location.OperatingHours.StandardHours[0] },
  };
}
