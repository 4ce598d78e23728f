import { Field, Float, Int, ObjectType } from "type-graphql";
import { describedEnum } from "./described-enum.js";
import type { PostalAddress } from "./postal-address.js";
import { LocalTimeScalar } from "./scalars.js";

export const CarrierLocationKind = describedEnum(
  "CarrierLocationKind",
  "What a place of the carrier's is; one place can be several.",
  {
    ACCESS_POINT: "A shop or locker where recipients fetch packages: packages can be addressed to it.",
    CUSTOMER_CENTER: "The carrier's own counter.",
    STORE: "A store that packs and ships, for example The UPS Store.",
    DROP_BOX: "A box for packages that have their label.",
    AUTHORIZED_OUTLET: "Somebody else's shop that ships with the carrier.",
    LOCKER: "A wall of lockers; an access point without people.",
    OTHER: "Something else.",
  },
);
export type CarrierLocationKind = keyof typeof CarrierLocationKind;

export const CarrierLocationService = describedEnum(
  "CarrierLocationService",
  "A level of service that can be handed in at a place.",
  {
    GROUND: "By road, inside the country.",
    AIR: "By air, inside the country.",
    EXPRESS: "Express.",
    STANDARD: "Standard, by road across borders.",
    INTERNATIONAL: "To other countries.",
  },
);
export type CarrierLocationService = keyof typeof CarrierLocationService;

export const DistanceUnit = describedEnum("DistanceUnit", "Unit of a distance.", {
  MI: "Miles.",
  KM: "Kilometres.",
});
export type DistanceUnit = keyof typeof DistanceUnit;

@ObjectType({ description: "When a place is open on one day of the week, in its own local time. Holidays may differ." })
export class OpeningHours {
  @Field(() => Int, { description: "Day of the week as in ISO 8601: 1 Monday to 7 Sunday." })
  weekday!: number;

  @Field(() => LocalTimeScalar, { description: "From when." })
  opens!: string;

  @Field(() => LocalTimeScalar, {
    description:
      "Until when; 00:00 is midnight at the end of that day, so 00:00 to 00:00 is around the clock. What is open past midnight goes on with the next day's 00:00.",
  })
  closes!: string;
}

@ObjectType({ description: "Until when a package that is handed in leaves the same day." })
export class LatestDropOff {
  @Field(() => Int, { description: "Day of the week as in ISO 8601: 1 Monday to 7 Sunday." })
  weekday!: number;

  @Field(() => String, { description: "What for: GROUND, AIR, or ANY." })
  service!: string;

  @Field(() => LocalTimeScalar, { description: "Local time of the place." })
  time!: string;
}

@ObjectType({ description: "One of the places that an unclear search can mean. Search again with it." })
export class CarrierLocationCandidate {
  @Field(() => [String], { description: "Street lines; empty: the place as a whole." })
  lines!: string[];

  @Field(() => String, { nullable: true, description: "City or town; null: not said." })
  city!: string | null;

  @Field(() => String, { nullable: true, description: "State, province or county code; null: not said." })
  region!: string | null;

  @Field(() => String, { nullable: true, description: "Postal code; null: not said." })
  postalCode!: string | null;

  @Field(() => String, { description: "ISO 3166-1 alpha-2, for example US." })
  countryCode!: string;

  @Field(() => Float, { nullable: true, description: "Degrees north; null: not said." })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: "Degrees east; null: not said." })
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
