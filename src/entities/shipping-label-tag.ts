import { Entity, Index, PrimaryColumn, type Relation } from "typeorm";
import type { ShippingLabel } from "./shipping-label.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn, SortDayColumn } from "./values/columns.js";

/** By which tag of its shipment a label is found, in the orders of lists. Written by the database alone. */
@Entity()
@Index("shipping_label_tag_by_created_at", ["tenantId", "tag", "createdAt", "labelId"])
@Index("shipping_label_tag_by_ship_day", ["tenantId", "tag", "shipDay", "labelId"])
export class ShippingLabelTag {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  labelId!: string;

  @BelongsTo("ShippingLabel", "label_id")
  label?: Relation<ShippingLabel>;

  @PrimaryColumn({ type: "text" })
  tag!: string;

  @InstantColumn()
  createdAt!: string;

  @SortDayColumn({ default: undefined })
  shipDay!: string;
}
