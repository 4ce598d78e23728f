import { z } from "zod";
import { addressLines, isThere, listOf, maybe, maybeText, needed, readableOf, text } from "../words/shapes.js";

/** True by being there, unless it says that it is not: UPS gives these indicators room for True and False. */
const indicator = z
  .unknown()
  .optional()
  .transform((value) => isThere(value) && String(value).trim().toLowerCase() !== "false");

const geocode = maybe(z.object({ Latitude: maybeText, Longitude: maybeText }));

const addressKey = z.object({
  ConsigneeName: maybeText,
  AddressLine: addressLines,
  PoliticalDivision2: maybeText,
  PoliticalDivision1: maybeText,
  PostcodePrimaryLow: maybeText,
  CountryCode: maybeText,
});

const described = z.object({ Code: maybeText, Description: maybeText, Name: maybeText });

const day = z.object({
  Day: text,
  OpenHours: readableOf(text),
  CloseHours: readableOf(text),
  LatestDropOffHours: maybeText,
  ClosedIndicator: indicator,
  Open24HoursIndicator: indicator,
});

/** An object per the spec, text on the wire (UPS-API/api-documentation#191). */
const unitCode = z.union([text, z.object({ Code: text }).transform(({ Code }) => Code)]);
const instructions = z.union([
  text,
  z.object({ Segment: readableOf(text) }).transform(({ Segment }) => Segment.join(" ")),
]);

const accessPoint = z.object({
  PublicAccessPointID: maybeText,
  BusinessClassificationList: maybe(z.object({ BusinessClassification: readableOf(described) })),
  AccessPointStatus: maybe(z.object({ Code: text })),
  Availability: maybe(z.object({ ShippingAvailability: maybe(z.object({ UnavailableReason: maybe(described) })) })),
});

export const dropLocation = z.object({
  LocationID: text,
  Geocode: geocode,
  AddressKeyFormat: needed(addressKey),
  PhoneNumber: readableOf(text),
  LocationAttribute: readableOf(
    z.object({ OptionType: maybe(z.object({ Code: text })), OptionCode: readableOf(described) }),
  ),
  Distance: maybe(z.object({ Value: maybeText, UnitOfMeasurement: maybe(unitCode) })),
  SpecialInstructions: readableOf(instructions),
  LatestGroundDropOffTime: readableOf(text),
  LatestAirDropOffTime: readableOf(text),
  OperatingHours: maybe(
    z.object({ StandardHours: readableOf(z.object({ HoursType: maybeText, DayOfWeek: readableOf(day) })) }),
  ),
  ServiceOfferingList: maybe(z.object({ ServiceOffering: readableOf(described) })),
  AccessPointInformation: maybe(accessPoint),
});

/** The fields we read (Locator.yaml v3). Locator has an envelope of its own: a 200 can be a failure. */
export const locatorAnswer = z.object({
  LocatorResponse: needed(
    z.object({
      Response: maybe(
        z.object({
          ResponseStatusCode: maybeText,
          Error: readableOf(
            z.object({
              ErrorSeverity: maybeText,
              ErrorCode: maybeText,
              ErrorDescription: maybeText,
              MinimumRetrySeconds: maybeText,
            }),
          ),
        }),
      ),
      SearchResults: maybe(
        z.object({
          GeocodeCandidate: readableOf(z.object({ AddressKeyFormat: needed(addressKey), Geocode: geocode })),
          DropLocation: listOf(z.unknown()),
        }),
      ),
    }),
  ),
});

export type DropLocation = z.infer<typeof dropLocation>;
type Response = NonNullable<z.infer<typeof locatorAnswer>["LocatorResponse"]["Response"]>;
export type LocatorFault = Response["Error"][number];
