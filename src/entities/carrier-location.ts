import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, type Relation, Unique } from "typeorm";
import type { Carrier } from "./carrier.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { buyersAndStaff } from "./values/access.js";
import type { CarrierEnvironment } from "./values/account-enums.js";
import { InstantColumn } from "./values/columns.js";
import {
  CarrierLocationKind,
  DistanceUnit,
  LatestDropOff,
  OpeningHours,
  type StoredLocation,
} from "./values/location-values.js";
import { PostalAddress } from "./values/postal-address.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity()
@Unique("carrier_location_one_per_place", ["tenantId", "carrierCode", "environment", "carrierLocationId"])
@Check("carrier_location_environment_known", "environment in ('SIMULATOR', 'TEST', 'PRODUCTION')")
@Directive('@key(fields: "id")')
@Directive(buyersAndStaff)
@ObjectType({ description: "A place of the carrier's: access point, store, counter, drop box. As a search found it." })
export class CarrierLocation extends TenantRow {
  @Field(() => ID, {
    description: "Opaque id, prefix `loc_`; the same place keeps it. Pass it as `carrierLocationId` to ship there.",
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
    description: "The carrier's public id of an access point; null: packages cannot be addressed to it.",
  })
  accessPointId!: string | null;

  @Column({ type: "jsonb" })
  data!: StoredLocation;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When a search last found it like this." })
  refreshedAt!: string;

  @Field(() => Boolean, { description: "Whether packages can be addressed to it." })
  get isAccessPoint(): boolean {
    return this.accessPointId !== null;
  }

  @Field(() => [CarrierLocationKind], { description: "What it is." })
  get kinds(): CarrierLocationKind[] {
    const kinds = new Set(this.data.kinds);
    return [...(this.isAccessPoint ? kinds.add("ACCESS_POINT") : kinds)];
  }

  @Field(() => String, { description: "What is written above the door." })
  get name(): string {
    return this.data.name;
  }

  @Field(() => PostalAddress, { description: "Where it is." })
  get address(): PostalAddress {
    return this.data.address;
  }

  @Field(() => Float, { nullable: true, description: "Degrees north; null: the carrier did not say." })
  get latitude(): number | null {
    return this.data.latitude;
  }

  @Field(() => Float, { nullable: true, description: "Degrees east; null: the carrier did not say." })
  get longitude(): number | null {
    return this.data.longitude;
  }

  /** Of the search that has just found it; not stored. */
  @Field(() => Float, {
    nullable: true,
    description: "Straight from where was searched, in `distanceUnit`; null: this is not the answer of a search.",
  })
  distance?: number | null;

  @Field(() => DistanceUnit, { nullable: true, description: "Unit of `distance`; null where that is." })
  distanceUnit?: DistanceUnit | null;

  @Field(() => String, { nullable: true, description: "Phone number; null: none." })
  get phone(): string | null {
    return this.data.phone;
  }

  @Field(() => [OpeningHours], {
    description: "By day and time, never overlapping; empty: closed all week, or the carrier did not say.",
  })
  get openingHours(): OpeningHours[] {
    return this.data.openingHours;
  }

  @Field(() => [LatestDropOff], { description: "Latest hand-in per day; empty: nothing leaves, or not said." })
  get latestDropOff(): LatestDropOff[] {
    return this.data.latestDropOff;
  }

  @Field(() => [String], { description: "What it offers, in the carrier's words." })
  get serviceNames(): string[] {
    return this.data.serviceNames;
  }

  @Field(() => String, { nullable: true, description: "How to find it, in the carrier's words; null: not said." })
  get instructions(): string | null {
    return this.data.instructions;
  }

  @Field(() => Boolean, {
    description: "Whether it took packages when it was last looked at. Asked again when a label is bought.",
  })
  get isAvailable(): boolean {
    return this.data.isAvailable;
  }
}
