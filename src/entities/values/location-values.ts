import { Field, Float, Int, ObjectType } from "type-graphql";
import { describedEnum } from "./described-enum.js";
import type { PostalAddress } from "./postal-address.js";
import { LocalTimeScalar } from "./scalars.js";

export const CarrierLocationKind = describedEnum(
  "CarrierLocationKind",
  "Type of a carrier location; one location can have several.",
  {
    ACCESS_POINT: "A shop or locker where recipients pick packages up: packages can be addressed to it.",
    CUSTOMER_CENTER: "A counter run by the carrier itself.",
    STORE: "A store that packs and ships, for example The UPS Store.",
    DROP_BOX: "An unattended box for packages that already have their label.",
    AUTHORIZED_OUTLET: "An independent shop that accepts packages for the carrier.",
    LOCKER: "A parcel locker: an unattended access point.",
    OTHER: "Any other kind, also kinds the carrier adds later.",
  },
);
export type CarrierLocationKind = keyof typeof CarrierLocationKind;

export const CarrierLocationService = describedEnum(
  "CarrierLocationService",
  "Level of service a location accepts packages for.",
  {
    GROUND: "Domestic ground.",
    AIR: "Domestic air.",
    EXPRESS: "Express services.",
    STANDARD: "Standard: cross-border ground.",
    INTERNATIONAL: "International services.",
  },
);
export type CarrierLocationService = keyof typeof CarrierLocationService;

export const LatestDropOffService = describedEnum(
  "LatestDropOffService",
  "Services that a latest drop-off time applies to.",
  { GROUND: "Ground services.", AIR: "Air services.", ANY: "All services." },
);
export type LatestDropOffService = keyof typeof LatestDropOffService;

export const DistanceUnit = describedEnum("DistanceUnit", "Unit of distances and of the search radius.", {
  MI: "Miles.",
  KM: "Kilometres.",
});
export type DistanceUnit = keyof typeof DistanceUnit;

@ObjectType({
  description: "Opening hours of a location on one day of the week, in its local time. Holidays may differ.",
})
export class OpeningHours {
  @Field(() => Int, { description: "Day of the week as in ISO 8601: 1 Monday to 7 Sunday." })
  weekday!: number;

  @Field(() => LocalTimeScalar, { description: "Opening time." })
  opens!: string;

  @Field(() => LocalTimeScalar, {
    description:
      "Closing time; 00:00 is midnight at the end of that day, so 00:00 to 00:00 is around the clock. Hours past midnight continue with the next day's 00:00.",
  })
  closes!: string;
}

@ObjectType({ description: "Latest drop-off time for packages to leave the same day." })
export class LatestDropOff {
  @Field(() => Int, { description: "Day of the week as in ISO 8601: 1 Monday to 7 Sunday." })
  weekday!: number;

  @Field(() => LatestDropOffService, { description: "Services that the time applies to." })
  service!: LatestDropOffService;

  @Field(() => LocalTimeScalar, { description: "Latest drop-off time, in the location's local time." })
  time!: string;
}

@ObjectType({ description: "One possible meaning of an ambiguous search address. Search again with it." })
export class CarrierLocationCandidate {
  @Field(() => [String], { description: "Street lines; empty: the town as a whole." })
  lines!: string[];

  @Field(() => String, { nullable: true, description: "City or town; null: not given by the carrier." })
  city!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "State, province or county code; null: not given by the carrier.",
  })
  region!: string | null;

  @Field(() => String, { nullable: true, description: "Postal code; null: not given by the carrier." })
  postalCode!: string | null;

  @Field(() => String, { description: "Country code, ISO 3166-1 alpha-2, for example US." })
  countryCode!: string;

  @Field(() => Float, {
    nullable: true,
    description: "Latitude in degrees, north positive; null: not given by the carrier.",
  })
  latitude!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Longitude in degrees, east positive; null: not given by the carrier.",
  })
  longitude!: number | null;
}

/** What is kept of a place, whoever searched for it: nothing that depends on the search. */
export interface StoredLocation {
  isAvailable: boolean;
  kinds: CarrierLocationKind[];
  name: string;
  address: PostalAddress;
  latitude: number | null;
  longitude: number | null;
  phone: string | null;
  openingHours: OpeningHours[];
  latestDropOff: LatestDropOff[];
  serviceNames: string[];
  instructions: string | null;
}
