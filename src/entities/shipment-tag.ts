import { Entity, Index, PrimaryColumn, type Relation } from "typeorm";
import type { Shipment } from "./shipment.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn, SortDayColumn } from "./values/columns.js";

/** By which tag a shipment is found, in the orders of lists. Written by the database alone, from `Shipment.tags`. */
@Entity()
@Index("shipment_tag_by_created_at", ["tenantId", "tag", "createdAt", "shipmentId"])
@Index("shipment_tag_by_ship_day", ["tenantId", "tag", "shipDay", "shipmentId"])
export class ShipmentTag {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  shipmentId!: string;

  @BelongsTo("Shipment", "shipment_id")
  shipment?: Relation<Shipment>;

  @PrimaryColumn({ type: "text" })
  tag!: string;

  @InstantColumn()
  createdAt!: string;

  @SortDayColumn({ default: undefined })
  shipDay!: string;
}
