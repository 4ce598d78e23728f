import { Column, Entity, Index, PrimaryColumn, type Relation } from "typeorm";
import type { LabelPurchase } from "./label-purchase.js";
import type { ShippingDocument } from "./shipping-document.js";
import { BelongsTo } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";

/** An uploaded document that goes with a purchase: bought with it, or attached afterwards. */
@Entity()
@Index("document_link_of_document", ["tenantId", "documentId"])
export class DocumentLink {
  @PrimaryColumn({ type: "uuid" })
  tenantId!: string;

  @PrimaryColumn({ type: "text" })
  purchaseId!: string;

  @PrimaryColumn({ type: "text" })
  documentId!: string;

  @BelongsTo("LabelPurchase", "purchase_id")
  purchase?: Relation<LabelPurchase>;

  @BelongsTo("ShippingDocument", "document_id")
  document?: Relation<ShippingDocument>;

  /** In the order the caller gave. */
  @Column({ type: "integer" })
  sequence!: number;

  @InstantColumn({ default: () => "now()" })
  linkedAt!: string;
}
