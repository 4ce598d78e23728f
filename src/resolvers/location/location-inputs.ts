import { Field, Float, ID, InputType, Int } from "type-graphql";
import { CarrierLocationKind, CarrierLocationService, DistanceUnit } from "../../entities/values/location-values.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import type { LocationsInput } from "../../shipping/location/location-search-input.js";

@InputType({ description: "A geographic position, as from a browser's geolocation." })
export class GeoPointInput {
  @Field(() => Float, { description: "Latitude in degrees, -90 to 90, north positive." })
  latitude!: number;

  @Field(() => Float, { description: "Longitude in degrees, -180 to 180, east positive." })
  longitude!: number;

  @Field(() => String, {
    nullable: true,
    description: "Country of the point, ISO 3166-1 alpha-2. Default: the carrier account's country.",
  })
  countryCode?: string | null;
}

@InputType({ description: "A city or town to search around." })
export class CityInput {
  @Field(() => String, { description: "Name of the city or town." })
  city!: string;

  @Field(() => String, {
    nullable: true,
    description: "State, province or county code; distinguishes towns of the same name.",
  })
  region?: string | null;

  @Field(() => String, { description: "Country code, ISO 3166-1 alpha-2, for example US." })
  countryCode!: string;
}

@InputType({
  description: "Where to search for carrier locations, and which kinds. Give exactly one of the first three fields.",
})
export class CarrierLocationsInput implements LocationsInput {
  @Field(() => PostalAddressInput, {
    nullable: true,
    description:
      "Search around an address; city or postal code is enough. Names, phones and e-mails in it are not sent to the carrier.",
  })
  address?: PostalAddressInput | null;

  @Field(() => GeoPointInput, { nullable: true, description: "Search around a geographic position." })
  geoPoint?: GeoPointInput | null;

  @Field(() => CityInput, { nullable: true, description: "Search around the centre of a city." })
  city?: CityInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Search radius in whole units: UPS accepts 5 to 100 miles or 5 to 150 kilometres. Default: the maximum.",
  })
  radius?: number | null;

  @Field(() => DistanceUnit, {
    nullable: true,
    description:
      "Unit of `radius` and of the distances in the results. Default: miles in the US, PR and GB, else kilometres.",
  })
  distanceUnit?: DistanceUnit | null;

  @Field(() => [CarrierLocationKind], {
    nullable: true,
    description:
      "Only locations of these kinds; an empty list matches none. Null: all kinds, which calls the carrier twice. For checkout: ACCESS_POINT.",
  })
  kinds?: CarrierLocationKind[] | null;

  @Field(() => [CarrierLocationService], {
    nullable: true,
    description:
      "Only locations that accept packages for all of these; null or empty: no condition. With any of them, locations that are access points only are left out: UPS does not search those by service.",
  })
  services?: CarrierLocationService[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 10,
    description: "Maximum number of locations, nearest first; 1 to 50.",
  })
  first?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Carrier account to search with. Default: the one in shippingSettings, else an active one, production before test.",
  })
  carrierAccountId?: string | null;
}
