import { Column, Entity, type Relation } from "typeorm";
import type { LabelPurchase } from "./label-purchase.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";

/** Who decided what about a purchase whose outcome was unknown. Rows are only ever added. */
@Entity()
export class PurchaseDecision extends TenantRow {
  @Column({ type: "text" })
  purchaseId!: string;

  @BelongsTo("LabelPurchase", "purchase_id")
  purchase?: Relation<LabelPurchase>;

  @Column({ type: "text" })
  actor!: string;

  @Column({ type: "text" })
  decision!: string;

  @Column({ type: "text", nullable: true })
  reason!: string | null;

  @InstantColumn({ default: () => "now()" })
  decidedAt!: string;
}
