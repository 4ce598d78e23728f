import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import type { LabelPurchase } from "./label-purchase.js";
import type { Shipment } from "./shipment.js";
import type { ShipmentPackage } from "./shipment-package.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { readers } from "./values/access.js";
import { InstantColumn } from "./values/columns.js";
import { ShippingEventType } from "./values/enums.js";
import { DateTimeScalar } from "./values/scalars.js";

/** Rows are only ever added; see `recordEvents` for what `position` promises. */
@Entity()
@Unique("shipping_event_position_unique", ["tenantId", "position"])
@Unique("shipping_event_once", ["tenantId", "purchaseId", "type", "packageId"])
@Check("shipping_event_type_known", "type in ('LABEL_PURCHASED', 'LABEL_VOIDED', 'SHIPMENT_DELIVERED')")
@Check("shipping_event_void_is_of_package", "(type = 'LABEL_VOIDED') = (package_id is not null)")
// Deleting a draft looks here for its rows.
@Index("shipping_event_of_shipment", ["tenantId", "shipmentId"])
@Index("shipping_event_of_package", ["tenantId", "packageId"], { where: "package_id is not null" })
@Directive(readers)
@ObjectType({ description: "An event in a shipment's life, for services that follow all shipments." })
export class ShippingEvent extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `evt_`. Store it to recognise events that you have processed." })
  override id!: string;

  /** The place in the tenant's list, as decimal text. */
  @Column({ type: "bigint" })
  position!: string;

  @Column({ type: "text" })
  @Field(() => ShippingEventType, { description: "Type of event." })
  type!: ShippingEventType;

  @Column({ type: "text" })
  shipmentId!: string;

  @BelongsTo("Shipment", "shipment_id")
  shipmentRow?: Relation<Shipment>;

  @Column({ type: "text" })
  purchaseId!: string;

  @BelongsTo("LabelPurchase", "purchase_id")
  purchaseRow?: Relation<LabelPurchase>;

  @Column({ type: "text", nullable: true })
  packageId!: string | null;

  @BelongsTo("ShipmentPackage", "package_id")
  packageRow?: Relation<ShipmentPackage>;

  @InstantColumn({ default: () => "now()" })
  @Field(() => DateTimeScalar, {
    description: "When the event was recorded here. Events are ordered by their place in the list, not by this time.",
  })
  occurredAt!: string;
}
