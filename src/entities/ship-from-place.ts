import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import type { CarrierShippingMethod } from "./carrier-shipping-method.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { InstantColumn } from "./values/columns.js";
import { PlaceOpeningHours } from "./values/place-opening-hours.js";
import { PostalAddress } from "./values/postal-address.js";
import { DateTimeScalar } from "./values/scalars.js";

@Entity("ship_from_place")
@Check("ship_from_place_name_is_given", "name <> ''")
@Index("ship_from_place_newest", { synchronize: false })
@Directive('@key(fields: "id")')
@Directive(staffOnly)
@ObjectType({
  description: "A place that the merchant ships from, such as a warehouse: its address, time zone and opening hours.",
})
export class ShipFromPlace extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `sfp_`." })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Display name of the place." })
  name!: string;

  @Column({ type: "jsonb" })
  @Field(() => PostalAddress, { description: "Address that packages leave from, with the contact's phone number." })
  address!: PostalAddress;

  @Column({ type: "text" })
  @Field(() => String, { description: "Time zone by its IANA name, for example America/New_York." })
  timeZone!: string;

  @Column({ type: "jsonb", default: [] })
  @Field(() => [PlaceOpeningHours], {
    description: "Opening hours by weekday and time; a day that is not listed is closed. Empty: not stated.",
  })
  openingHours!: PlaceOpeningHours[];

  @Column({ type: "text", nullable: true })
  defaultCarrierAccountId!: string | null;

  @BelongsTo("CarrierAccount", "default_carrier_account_id")
  defaultCarrierAccountRow?: Relation<CarrierAccount>;

  @Column({ type: "text", nullable: true })
  defaultShippingMethodId!: string | null;

  @BelongsTo("CarrierShippingMethod", "default_shipping_method_id")
  defaultShippingMethodRow?: Relation<CarrierShippingMethod>;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, { description: "When the place was created." })
  createdAt!: string;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the place was archived; null: in use. Nothing new leaves from archived ones.",
  })
  archivedAt!: string | null;
}
