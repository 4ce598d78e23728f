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
@Index("tracker_due_by_rank", ["tenantId", "accountId", "checkRank", "nextCheckAt"], {
  where: "next_check_at is not null",
})
@Index("tracker_not_bought", ["tenantId", "openedAt", "id"], { where: "purchased_package_id is null" })
@Directive('@key(fields: "id")')
@Directive('@key(fields: "carrierCode trackingNumber")')
@Directive(buyersAndStaff)
@ObjectType({
  description:
    "Tracking of one package, as last reported by the carrier. Updated automatically until delivery; federation references by tracking number are resolved for staff tokens only.",
})
export class Tracker extends TenantRow {
  @Field(() => ID, { description: "Opaque id, prefix `trk_`." })
  override id!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Carrier code, for example UPS." })
  carrierCode!: string;

  @BelongsTo("Carrier", [{ name: "carrier_code" }])
  carrier?: Relation<Carrier>;

  @Column({ type: "text" })
  @Field(() => String, { description: "The carrier's tracking number of the package." })
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
  @Field(() => TrackingStatus, { description: "Delivery progress, in one vocabulary for all carriers." })
  status!: TrackingStatus;

  @Column({ type: "date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Expected delivery date at the destination, rescheduled or as first planned; null: not given by the carrier.",
  })
  estimatedDeliveryDate!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LocalTimeScalar, {
    nullable: true,
    description: "Start of the delivery window, in local time at the destination; null: no window.",
  })
  estimatedDeliveryFrom!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LocalTimeScalar, {
    nullable: true,
    description:
      "End of the delivery window, or latest delivery time, in local time at the destination; null: by end of day.",
  })
  estimatedDeliveryUntil!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the package was delivered; null: not yet, or the carrier gives a local time only: see `events`.",
  })
  deliveredAt!: string | null;

  @Column({ type: "text", nullable: true })
  @Directive(staffOnly)
  @Field(() => String, {
    nullable: true,
    description: "Name of the person who received the package, as recorded by the carrier; null: not given.",
  })
  receivedBy!: string | null;

  @Column({ type: "text", nullable: true })
  @Directive(staffOnly)
  @Field(() => String, {
    nullable: true,
    description: "Where the package was left, as recorded by the carrier, for example front door; null: not given.",
  })
  deliveryLocation!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the carrier last answered a tracking request; null: not asked yet.",
  })
  lastCheckedAt!: string | null;

  /** When it was last asked, with or without an answer. */
  @InstantColumn({ nullable: true })
  askedAt!: string | null;

  @InstantColumn({ nullable: true })
  nextCheckAt!: string | null;

  /** How urgent a look is, 0 first. Of the database's own making. */
  @Column({ type: "smallint", default: 2, insert: false, update: false })
  checkRank!: number;

  @Column({ type: "integer", default: 0 })
  attempts!: number;

  @Column({ type: "text", nullable: true })
  closedReason!: ClosedReason | null;

  /** When its personal data was erased; the carrier is asked no more. Null: not erased. */
  @InstantColumn({ nullable: true })
  erasedAt!: string | null;

  @InstantColumn({ default: () => "now()" })
  openedAt!: string;
}
