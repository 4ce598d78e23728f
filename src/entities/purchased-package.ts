import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import type { LabelPurchase } from "./label-purchase.js";
import type { ShipmentPackage } from "./shipment-package.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import type { CarrierMessage } from "./values/carrier-message.js";
import { InstantColumn } from "./values/columns.js";
import type { VoidState } from "./values/enums.js";

/** What one purchase gave one package: void-and-buy-again adds a row, so history is kept. */
@Entity()
@Unique("purchased_package_once_per_purchase", ["tenantId", "purchaseId", "packageId"])
@Check("purchased_package_void_state_known", "void_state in ('NOT_VOIDED', 'VOID_PENDING', 'VOIDED', 'VOID_REFUSED')")
@Index("purchased_package_of_package", ["tenantId", "packageId"])
@Index("purchased_package_tracking_number", ["tenantId", "trackingNumber"])
export class PurchasedPackage extends TenantRow {
  @Column({ type: "text" })
  purchaseId!: string;

  @BelongsTo("LabelPurchase", "purchase_id")
  purchase?: Relation<LabelPurchase>;

  @Column({ type: "text" })
  packageId!: string;

  @BelongsTo("ShipmentPackage", "package_id")
  package?: Relation<ShipmentPackage>;

  @Column({ type: "text" })
  trackingNumber!: string;

  @Column({ type: "text", default: "NOT_VOIDED" })
  voidState!: VoidState;

  @Column({ type: "jsonb", default: [] })
  voidMessages!: CarrierMessage[];

  @InstantColumn({ nullable: true })
  voidedAt!: string | null;
}
