import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, type Relation, Unique } from "typeorm";
import type { Carrier } from "./carrier.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { buyersAndStaff } from "./values/access.js";
import type { CarrierEnvironment } from "./values/account-enums.js";
import { InstantColumn } from "./values/columns.js";
import { CarrierLocationKind, LatestDropOff, OpeningHours, type StoredLocation } from "./values/location-values.js";
import { PostalAddress } from "./values/postal-address.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity()
@Unique("carrier_location_one_per_place", ["tenantId", "carrierCode", "environment", "carrierLocationId"])
@Check("carrier_location_environment_known", "environment in ('SIMULATOR', 'TEST', 'PRODUCTION')")
@Directive('@key(fields: "id")')
@Directive(buyersAndStaff)
@ObjectType({
  description:
    "A location of the carrier: access point, store, counter or drop box. The same whoever asks: what depends on a search is on CarrierLocationResult.",
})
export class CarrierLocation extends TenantRow {
  @Field(() => ID, {
    description:
      "Opaque id, prefix `loc_`; stable for the same location. Pass it as `carrierLocationId` to ship there.",
  })
  override id!: string;

  @Column({ type: "text" })
  carrierCode!: string;

  @BelongsTo("Carrier", [{ name: "carrier_code" }])
  carrierRow?: Relation<Carrier>;

  @Column({ type: "text" })
  environment!: CarrierEnvironment;

  /** The carrier's internal number, which it asks not to show. */
  @Column({ type: "text" })
  carrierLocationId!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The carrier's public access point id; null: packages cannot be addressed to this location.",
  })
  accessPointId!: string | null;

  @Column({ type: "jsonb" })
  data!: StoredLocation;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When a search last returned this location and updated its details." })
  refreshedAt!: string;

  @Field(() => Boolean, { description: "Whether packages can be addressed to this location." })
  get isAccessPoint(): boolean {
    return this.accessPointId !== null;
  }

  @Field(() => [CarrierLocationKind], {
    description: "Types of the location: access point, store, drop box and the like.",
  })
  get kinds(): CarrierLocationKind[] {
    const kinds = new Set(this.data.kinds);
    return [...(this.isAccessPoint ? kinds.add("ACCESS_POINT") : kinds)];
  }

  @Field(() => String, { description: "Name of the shop or location." })
  get name(): string {
    return this.data.name;
  }

  @Field(() => PostalAddress, { description: "Street address of the location." })
  get address(): PostalAddress {
    return this.data.address;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Latitude in degrees, north positive; null: not given by the carrier.",
  })
  get latitude(): number | null {
    return this.data.latitude;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Longitude in degrees, east positive; null: not given by the carrier.",
  })
  get longitude(): number | null {
    return this.data.longitude;
  }

  @Field(() => String, { nullable: true, description: "Phone number of the location; null: none." })
  get phone(): string | null {
    return this.data.phone;
  }

  @Field(() => [OpeningHours], {
    description:
      "Opening hours by day and time, never overlapping; empty: closed all week, or not given by the carrier.",
  })
  get openingHours(): OpeningHours[] {
    return this.data.openingHours;
  }

  @Field(() => [LatestDropOff], {
    description: "Latest drop-off time per day and service; empty: no pickups, or not given by the carrier.",
  })
  get latestDropOff(): LatestDropOff[] {
    return this.data.latestDropOff;
  }

  @Field(() => [String], { description: "Services offered at the location, as named by the carrier." })
  get serviceNames(): string[] {
    return this.data.serviceNames;
  }

  @Field(() => String, { nullable: true, description: "Directions from the carrier; null: none given." })
  get instructions(): string | null {
    return this.data.instructions;
  }

  @Field(() => Boolean, {
    description: "Whether it accepted packages when last looked up. Checked again when a label is bought.",
  })
  get isAvailable(): boolean {
    return this.data.isAvailable;
  }
}
