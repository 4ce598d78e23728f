import { Arg, Ctx, Directive, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { Carrier } from "../../entities/carrier.js";
import { CarrierLocation } from "../../entities/carrier-location.js";
import { Shipment } from "../../entities/shipment.js";
import { buyersAndStaff, staffOnly } from "../../entities/values/access.js";
import { CarrierLocationCandidate } from "../../entities/values/location-values.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { findLocations } from "../../shipping/location/find-locations.js";
import { CarrierLocationsInput } from "./location-inputs.js";

@ObjectType({ description: "The places found, or why none could be looked for." })
export class CarrierLocationsPayload {
  @Field(() => [CarrierLocation], { description: "Nearest first; empty: none within the radius, or see the others." })
  locations!: CarrierLocation[];

  @Field(() => [CarrierLocationCandidate], {
    description:
      "What may be meant where the carrier could not tell; `locations` is empty then. Search with one of them.",
  })
  candidates!: CarrierLocationCandidate[];

  @Field(() => [ShippingUserError], { description: "Why nothing was looked for, or what the carrier refused." })
  userErrors!: ShippingUserError[];
}

@Resolver(() => CarrierLocation)
export class CarrierLocationResolver {
  @Directive(buyersAndStaff)
  @Query(() => CarrierLocationsPayload, {
    nullable: true,
    description:
      "Places of the carrier near an address, a point or a city: access points to ship to, stores and boxes to hand packages in. Asks the carrier; what it found keeps its id. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async carrierLocations(
    @Arg("input", () => CarrierLocationsInput, { description: "Where to look, and for what." })
    input: CarrierLocationsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierLocationsPayload> {
    const { value, userErrors } = await findLocations(deps, actor, input);
    return { ...(value ?? { locations: [], candidates: [] }), userErrors };
  }

  @FieldResolver(() => Carrier, { nullable: true, description: "Whose place it is; null: no longer served here." })
  carrier(@Root() { carrierCode }: CarrierLocation, @Ctx() { loaders }: Context): Promise<Carrier | null> {
    return loaders.carrierByCode.load(carrierCode);
  }
}

@Resolver(() => Shipment)
export class ShipmentLocationResolver {
  @Directive(staffOnly)
  @FieldResolver(() => CarrierLocation, {
    nullable: true,
    description: "The access point where the recipient fetches it; null: it goes to the door, or is not yours to see.",
  })
  async carrierLocation(
    @Root() { accessPoint }: Shipment,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierLocation | null> {
    return accessPoint === null ? null : loaders.locationById.load(accessPoint.locationId);
  }
}
