import { z } from "zod";
import { listOf, maybe, text } from "../words/shapes.js";

/** True by being there, unless it says that it is not: UPS gives these indicators room for True and False. */
const indicator = z
  .unknown()
  .optional()
  .transform((value) => value !== undefined && value !== null && String(value).toLowerCase() !== "false");

const geocode = maybe(z.object({ Latitude: text, Longitude: text }));

const addressKey = z.object({
  ConsigneeName: text.optional(),
  AddressLine: listOf(text),
  PoliticalDivision2: text.optional(),
  PoliticalDivision1: text.optional(),
  PostcodePrimaryLow: text.optional(),
  CountryCode: text,
});

const described = z.object({ Code: text.optional(), Description: text.optional(), Name: text.optional() });

const day = z.object({
  Day: text,
  OpenHours: listOf(text),
  CloseHours: listOf(text),
  LatestDropOffHours: text.optional(),
  ClosedIndicator: indicator,
  Open24HoursIndicator: indicator,
});

/** An object per the spec, text on the wire (UPS-API/api-documentation#191). */
const unitCode = z.union([text, z.object({ Code: text }).transform(({ Code }) => Code)]);
const instructions = z.union([text, z.object({ Segment: listOf(text) }).transform(({ Segment }) => Segment.join(" "))]);

const accessPoint = z.object({
  PublicAccessPointID: text.optional(),
  BusinessClassificationList: maybe(z.object({ BusinessClassification: listOf(described) })),
  AccessPointStatus: maybe(z.object({ Code: text })),
  Availability: maybe(z.object({ ShippingAvailability: maybe(z.object({ UnavailableReason: maybe(described) })) })),
});

const dropLocation = z.object({
  LocationID: text,
  Geocode: geocode,
  AddressKeyFormat: addressKey,
  PhoneNumber: listOf(text),
  LocationAttribute: listOf(z.object({ OptionType: maybe(z.object({ Code: text })), OptionCode: listOf(described) })),
  Distance: maybe(z.object({ Value: text, UnitOfMeasurement: unitCode.optional() })),
  SpecialInstructions: listOf(instructions),
  LatestGroundDropOffTime: listOf(text),
  LatestAirDropOffTime: listOf(text),
  OperatingHours: maybe(
    z.object({ StandardHours: listOf(z.object({ HoursType: text.optional(), DayOfWeek: listOf(day) })) }),
  ),
  ServiceOfferingList: maybe(z.object({ ServiceOffering: listOf(described) })),
  AccessPointInformation: maybe(accessPoint),
});

/** The fields we read (Locator.yaml v3). Locator has an envelope of its own: a 200 can be a failure. */
export const locatorAnswer = z.object({
  LocatorResponse: z.object({
    Response: z.object({
      ResponseStatusCode: text,
      Error: listOf(
        z.object({
          ErrorSeverity: text.optional(),
          ErrorCode: text.optional(),
          ErrorDescription: text.optional(),
          MinimumRetrySeconds: text.optional(),
        }),
      ),
    }),
    SearchResults: maybe(
      z.object({
        GeocodeCandidate: listOf(z.object({ AddressKeyFormat: addressKey, Geocode: geocode })),
        DropLocation: listOf(dropLocation),
      }),
    ),
  }),
});

export type DropLocation = z.infer<typeof dropLocation>;
export type LocatorFault = z.infer<typeof locatorAnswer>["LocatorResponse"]["Response"]["Error"][number];
