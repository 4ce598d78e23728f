import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import type { Carrier } from "./carrier.js";
import type { CarrierAccount } from "./carrier-account.js";
import type { PurchasedPackage } from "./purchased-package.js";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import { buyersAndStaff, staffOnly } from "./values/access.js";
import { InstantColumn } from "./values/columns.js";
import { TrackingStatus } from "./values/enums.js";
import { DateScalar, DateTimeScalar, LocalTimeScalar } from "./values/scalars.js";

/** Why nobody asks any more. `REFUSED`: the carrier does not take the number. */
export type ClosedReason = "DELIVERED" | "RETURNED" | "VOIDED" | "EXPIRED" | "REFUSED";

@Entity()
@Unique("tracker_tracking_number_unique", ["tenantId", "carrierCode", "trackingNumber"])
@Check(
  "tracker_status_known",
  "status in ('UNKNOWN', 'LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP', 'DELIVERED', 'RETURNING', 'RETURNED', 'EXCEPTION', 'VOIDED')",
)
@Check("tracker_closed_reason_known", "closed_reason in ('DELIVERED', 'RETURNED', 'VOIDED', 'EXPIRED', 'REFUSED')")
@Check("tracker_closed_is_not_due", "closed_reason is null or next_check_at is null")
@Index("tracker_of_purchased_package", ["tenantId", "purchasedPackageId"])
@Index("tracker_of_account", ["tenantId", "accountId", "askedAt"])
@Index("tracker_due", ["nextCheckAt"], { where: "next_check_at is not null" })
@Index("tracker_due_of_account", ["tenantId", "accountId", "nextCheckAt"], { where: "next_check_at is not null" })
@Directive('@key(fields: "id")')
@Directive('@key(fields: "carrierCode trackingNumber")')
@Directive(buyersAndStaff)
@ObjectType({
  description:
    "Where a package is, as the carrier last said. Kept up to date by itself until the package is delivered; by its tracking number an entity is given to staff only.",
})
export class Tracker extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `trk_`." })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Code of the carrier, for example UPS." })
  carrierCode!: string;

  @BelongsTo("Carrier", [{ name: "carrier_code" }])
  carrier?: Relation<Carrier>;

  @Column({ type: "text" })
  @Field(() => String, { description: "The carrier's number of the package." })
  trackingNumber!: string;

  /** Whose credentials ask. */
  @Column({ type: "text" })
  accountId!: string;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  /** Null: not a package of ours. */
  @Column({ type: "text", nullable: true })
  purchasedPackageId!: string | null;

  @BelongsTo("PurchasedPackage", "purchased_package_id")
  purchasedPackage?: Relation<PurchasedPackage>;

  @Column({ type: "text" })
  @Field(() => TrackingStatus, { description: "Where it stands." })
  status!: TrackingStatus;

  @Column({ type: "date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day it is expected at its destination, rescheduled or as first planned; null: the carrier does not say.",
  })
  estimatedDeliveryDate!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LocalTimeScalar, {
    nullable: true,
    description: "Begin of the delivery window, in the time of the destination; null: no window.",
  })
  estimatedDeliveryFrom!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LocalTimeScalar, {
    nullable: true,
    description: "End of the delivery window, or the time until which it arrives; null: some time of that day.",
  })
  estimatedDeliveryUntil!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was delivered; null: not yet, or the carrier tells a local time only: see `events`.",
  })
  deliveredAt!: string | null;

  @Column({ type: "text", nullable: true })
  @Directive(staffOnly)
  @Field(() => String, { nullable: true, description: "Who took it, as the carrier wrote it down; null: not told." })
  receivedBy!: string | null;

  @Column({ type: "text", nullable: true })
  @Directive(staffOnly)
  @Field(() => String, { nullable: true, description: "Where it was left, in the carrier's words; null: not told." })
  deliveryLocation!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the carrier last answered; null: it was not asked yet.",
  })
  lastCheckedAt!: string | null;

  /** When it was last asked, with or without an answer. */
  @InstantColumn({ nullable: true })
  askedAt!: string | null;

  @InstantColumn({ nullable: true })
  nextCheckAt!: string | null;

  @Column({ type: "integer", default: 0 })
  attempts!: number;

  @Column({ type: "text", nullable: true })
  closedReason!: ClosedReason | null;

  @InstantColumn({ default: () => "now()" })
  openedAt!: string;
}
