import { Entity, Index, PrimaryColumn, type Relation } from "typeorm";
import { ListedTag } from "./listed-tag.js";
import type { Shipment } from "./shipment.js";
import { BelongsTo } from "./tenant-row.js";

/** By which tag a shipment is found, from `Shipment.tags`. */
@Entity()
@Index("shipment_tag_by_created_at", ["tenantId", "tag", "createdAt", "shipmentId"])
@Index("shipment_tag_by_ship_day", ["tenantId", "tag", "shipDay", "shipmentId"])
export class ShipmentTag extends ListedTag {
  @PrimaryColumn({ type: "text" })
  shipmentId!: string;

  @BelongsTo("Shipment", "shipment_id")
  shipment?: Relation<Shipment>;
}
