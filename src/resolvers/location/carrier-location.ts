import { Arg, Ctx, Directive, Field, FieldResolver, Float, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Carrier } from "../../entities/carrier.js";
import { CarrierLocation } from "../../entities/carrier-location.js";
import { Shipment } from "../../entities/shipment.js";
import { buyersAndReaders, staffOnly } from "../../entities/values/access.js";
import { CarrierLocationCandidate, DistanceUnit } from "../../entities/values/location-values.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { findLocations } from "../../shipping/location/find-locations.js";
import type { LocationFound } from "../../shipping/location/store-locations.js";
import { CarrierLocationsInput } from "./location-inputs.js";

@ObjectType({ description: "A location that a search found, with what holds for that search only." })
export class CarrierLocationResult implements LocationFound {
  @Field(() => CarrierLocation, { description: "The location, which other searches may find too." })
  location!: CarrierLocation;

  @Field(() => Float, {
    nullable: true,
    description:
      "Straight-line distance from the centre of the search, in `distanceUnit`; null: not given by the carrier.",
  })
  distance!: number | null;

  @Field(() => DistanceUnit, { nullable: true, description: "Unit of `distance`; null if there is no distance." })
  distanceUnit!: DistanceUnit | null;
}

@ObjectType({ description: "The locations found, or the errors that prevented the search." })
export class CarrierLocationsPayload {
  @Field(() => [CarrierLocationResult], {
    description: "Locations found, nearest first; empty: none within the radius, or see candidates and userErrors.",
  })
  results!: CarrierLocationResult[];

  @Field(() => [CarrierLocationCandidate], {
    description:
      "Possible meanings of an ambiguous search address; `results` is empty then. Search again with one of them.",
  })
  candidates!: CarrierLocationCandidate[];

  @Field(() => [ShippingUserError], { description: "Errors in the input, or the carrier's refusal; empty on success." })
  userErrors!: ShippingUserError[];
}

@Resolver(() => CarrierLocation)
export class CarrierLocationResolver {
  @Directive(buyersAndReaders)
  @Query(() => CarrierLocationsPayload, {
    nullable: true,
    description:
      "Searches for the carrier's locations near an address, a point or a city: access points to ship to, stores and boxes to drop packages off. Calls the carrier and writes: locations found are stored and keep their id. Clients must not cache it: fetch it with network-only. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async carrierLocations(
    @Arg("input", () => CarrierLocationsInput, { description: "Where to search, and which kinds of location." })
    input: CarrierLocationsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierLocationsPayload> {
    const { value, userErrors } = await findLocations(deps, actor, input);
    return { ...(value ?? { results: [], candidates: [] }), userErrors };
  }

  @FieldResolver(() => Carrier, {
    nullable: true,
    description: "Carrier that runs or serves the location; null: no longer available here.",
  })
  carrier(@Root() { carrierCode }: CarrierLocation, @Ctx() { loaders }: Context): Promise<Carrier | null> {
    return loaders.carrierByCode.load(carrierCode);
  }
}

@Resolver(() => Shipment)
export class ShipmentLocationResolver {
  @Directive(staffOnly)
  @FieldResolver(() => CarrierLocation, {
    nullable: true,
    description:
      "Access point where the recipient picks the shipment up; null: delivered to the address, or this token may not read it.",
  })
  async carrierLocation(
    @Root() { accessPoint }: Shipment,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierLocation | null> {
    return accessPoint === null ? null : loaders.locationById.load(accessPoint.locationId);
  }
}
