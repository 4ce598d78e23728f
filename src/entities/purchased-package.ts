import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import type { LabelPurchase } from "./label-purchase.js";
import type { ShipmentPackage } from "./shipment-package.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { CarrierMessage } from "./values/carrier-message.js";
import { InstantColumn } from "./values/columns.js";
import { VoidState } from "./values/enums.js";
import { RateCharge } from "./values/rate-charge.js";
import { DateTimeScalar } from "./values/scalars.js";

/** What one purchase bought for one package: void-and-buy-again adds a row, so history is kept. */
@Entity()
@Unique("purchased_package_once_per_purchase", ["tenantId", "purchaseId", "packageId"])
@Check("purchased_package_void_state_known", "void_state in ('NOT_VOIDED', 'VOID_PENDING', 'VOIDED', 'VOID_REFUSED')")
@Index("purchased_package_of_package", ["tenantId", "packageId"])
@Index("purchased_package_tracking_number", ["tenantId", "trackingNumber"])
@Directive(staffOnly)
@ObjectType({
  description:
    "What one purchase bought for one package: its tracking number and label, and whether they are voided. Buying again after a void adds another; this one stays as it was.",
})
export class PurchasedPackage extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `ppk_`." })
  override id!: string;

  @Column({ type: "text" })
  purchaseId!: string;

  @BelongsTo("LabelPurchase", "purchase_id")
  purchaseRow?: Relation<LabelPurchase>;

  @Column({ type: "text" })
  packageId!: string;

  @BelongsTo("ShipmentPackage", "package_id")
  packageRow?: Relation<ShipmentPackage>;

  @Column({ type: "text" })
  @Field(() => String, { description: "The number printed on this label, also after it is voided." })
  trackingNumber!: string;

  @Column({ type: "jsonb", default: [] })
  @Field(() => [RateCharge], {
    description:
      "The carrier's charges for this package alone, out of the purchase's chargeItems. Fuel, taxes and the like belong to no package, unless there is only one. Empty: not given by the carrier.",
  })
  chargeItems!: RateCharge[];

  @Column({ type: "text", default: "NOT_VOIDED" })
  @Field(() => VoidState, { description: "Whether this label is cancelled at the carrier." })
  voidState!: VoidState;

  @Column({ type: "jsonb", default: [] })
  @Field(() => [CarrierMessage], {
    description: "What the carrier said when it voided the label or refused to; empty: not asked, or nothing said.",
  })
  voidMessages!: CarrierMessage[];

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: "When the carrier voided the label; null: not voided." })
  voidedAt!: string | null;
}
