import { Column, Entity, JoinColumn, ManyToOne, type Relation } from "typeorm";
import { LabelPurchase } from "./label-purchase.js";
import { TenantRow, tenantKey } from "./tenant-row.js";
import { InstantColumn } from "./values/columns.js";

/** Who decided what about a purchase whose outcome was unknown. Rows are only ever added. */
@Entity()
export class PurchaseDecision extends TenantRow {
  @Column({ type: "text" })
  purchaseId!: string;

  @ManyToOne(() => LabelPurchase)
  @JoinColumn(tenantKey("purchase_id"))
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
