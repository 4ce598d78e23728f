import { Entity, Index, PrimaryColumn, type Relation } from "typeorm";
import { ListedTag } from "./listed-tag.js";
import type { ShippingLabel } from "./shipping-label.js";
import { BelongsTo } from "./tenant-row.js";

/** By which tag of its shipment a label is found. */
@Entity()
@Index("shipping_label_tag_by_created_at", ["tenantId", "tag", "createdAt", "labelId"])
@Index("shipping_label_tag_by_ship_day", ["tenantId", "tag", "shipDay", "labelId"])
export class ShippingLabelTag extends ListedTag {
  @PrimaryColumn({ type: "text" })
  labelId!: string;

  @BelongsTo("ShippingLabel", "label_id")
  label?: Relation<ShippingLabel>;
}
