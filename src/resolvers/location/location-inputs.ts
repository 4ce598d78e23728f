import { Field, Float, ID, InputType, Int } from "type-graphql";
import { CarrierLocationKind, CarrierLocationService, DistanceUnit } from "../../entities/values/location-values.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import type { LocationsInput } from "../../shipping/location/location-search-input.js";

@InputType({ description: "A point on the earth, as a browser or phone gives it." })
export class GeoPointInput {
  @Field(() => Float, { description: "Degrees north, -90 to 90." })
  latitude!: number;

  @Field(() => Float, { description: "Degrees east, -180 to 180." })
  longitude!: number;

  @Field(() => String, {
    nullable: true,
    description: "Country it lies in, ISO 3166-1 alpha-2. Default: the carrier account's.",
  })
  countryCode?: string | null;
}

@InputType({ description: "A city or town." })
export class CityInput {
  @Field(() => String, { description: "Its name." })
  city!: string;

  @Field(() => String, {
    nullable: true,
    description: "State, province or county code: tells towns of one name apart.",
  })
  region?: string | null;

  @Field(() => String, { description: "ISO 3166-1 alpha-2, for example US." })
  countryCode!: string;
}

@InputType({ description: "Where to look for the carrier's places, and for which. Exactly one of the first three." })
export class CarrierLocationsInput implements LocationsInput {
  @Field(() => PostalAddressInput, {
    nullable: true,
    description: "Around an address; city or postal code suffices. Names, phones and e-mails in it are not sent.",
  })
  address?: PostalAddressInput | null;

  @Field(() => GeoPointInput, { nullable: true, description: "Around a point." })
  geoPoint?: GeoPointInput | null;

  @Field(() => CityInput, { nullable: true, description: "Around the middle of a city." })
  city?: CityInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How far, in whole units: UPS takes 5 to 100 miles or 5 to 150 kilometres. Default: as far as it takes.",
  })
  radius?: number | null;

  @Field(() => DistanceUnit, {
    nullable: true,
    description: "Unit of `radius` and of the distances. Default: miles in the US, PR and GB, else kilometres.",
  })
  distanceUnit?: DistanceUnit | null;

  @Field(() => [CarrierLocationKind], {
    nullable: true,
    description:
      "Any of these; of an empty list none is. Null: every kind, which asks the carrier twice. For checkout: ACCESS_POINT.",
  })
  kinds?: CarrierLocationKind[] | null;

  @Field(() => [CarrierLocationService], {
    nullable: true,
    description:
      "Only where all of these can be handed in; null or empty: no condition. With any of them it leaves out places that are access points alone: UPS does not search those by service.",
  })
  services?: CarrierLocationService[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 10, description: "How many, the nearest first; 1 to 50." })
  first?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: "The carrier account to ask with. Default: an active one, of production before test.",
  })
  carrierAccountId?: string | null;
}
