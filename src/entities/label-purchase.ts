import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, type Relation, Unique } from "typeorm";
import type { CarrierAccount } from "./carrier-account.js";
import { PricedClaim } from "./priced-claim.js";
import type { Shipment } from "./shipment.js";
import { BelongsTo } from "./tenant-row.js";
import { staffOnly } from "./values/access.js";
import { CarrierMessage } from "./values/carrier-message.js";
import { AmountColumn, InstantColumn } from "./values/columns.js";
import { FreightPayer, LabelPurchaseState, VoidReason } from "./values/enums.js";
import type { LabelFormat } from "./values/label-enums.js";
import { MonetaryAmount, monetaryAmount } from "./values/monetary-amount.js";
import { RateCharge } from "./values/rate-charge.js";
import { DateTimeScalar } from "./values/scalars.js";
import { ShippingUserError } from "./values/user-error.js";

@Entity()
@Unique("label_purchase_idempotency_key_unique", ["tenantId", "idempotencyKey"])
@Unique("label_purchase_carrier_reference_unique", ["tenantId", "carrierReference"])
@Check("label_purchase_state_known", "state in ('PENDING', 'PURCHASED', 'REJECTED', 'UNKNOWN', 'NOT_CREATED')")
@Check("label_purchase_payer_known", "payer in ('SENDER', 'RECIPIENT', 'THIRD_PARTY')")
@Check("label_purchase_purchased_has_number", "state <> 'PURCHASED' or shipment_identification_number is not null")
@Check("label_purchase_void_reason_known", "void_reason in ('WRONG_ADDRESS', 'WRONG_PACKAGES', 'CANCELLED', 'OTHER')")
@Check("label_purchase_void_reason_is_dated", "(void_reason is null) = (void_reason_at is null)")
@Index("label_purchase_one_live_per_shipment", ["tenantId", "shipmentId"], {
  unique: true,
  where: "state in ('PENDING', 'UNKNOWN') or (state = 'PURCHASED' and voided_at is null)",
})
@Index("label_purchase_by_carrier_reference", ["carrierReference"])
@Index("label_purchase_of_shipment", ["tenantId", "shipmentId", "startedAt"])
@Index("label_purchase_due_by_rank", ["tenantId", "accountId", "checkRank", "nextCheckAt"], {
  where: "next_check_at is not null",
})
@Index("label_purchase_stuck", ["tenantId", "startedAt", "id"], {
  where: "state in ('PENDING', 'UNKNOWN') or unwanted_bookings <> '[]'",
})
@Index("label_purchase_by_started_at", ["tenantId", "startedAt", "id"])
@Index("label_purchase_by_account_and_started_at", ["tenantId", "accountId", "startedAt", "id"])
@Index("label_purchase_by_state_and_started_at", ["tenantId", "state", "startedAt", "id"])
@Index("label_purchase_by_finished_at", ["tenantId", "finishedAt", "id"], { where: "finished_at is not null" })
@Index("label_purchase_by_account_and_finished_at", ["tenantId", "accountId", "finishedAt", "id"], {
  where: "finished_at is not null",
})
@Index("label_purchase_by_state_and_finished_at", ["tenantId", "state", "finishedAt", "id"], {
  where: "finished_at is not null",
})
@Index("label_purchase_voided_by_started_at", ["tenantId", "startedAt", "id"], { where: "voided_at is not null" })
@Index("label_purchase_voided_by_finished_at", ["tenantId", "finishedAt", "id"], { where: "voided_at is not null" })
@Index("label_purchase_by_voided_at", ["tenantId", "voidedAt", "id"], { where: "voided_at is not null" })
@Directive('@key(fields: "id")')
@Directive(staffOnly)
@ObjectType({
  description: "An attempt to buy a shipment's labels. At most one purchase of a shipment is in force at a time.",
})
export class LabelPurchase extends PricedClaim {
  @Field(() => ID, { description: "Opaque id, prefix `lpu_`." })
  override id!: string;

  @Column({ type: "text" })
  shipmentId!: string;

  @BelongsTo("Shipment", "shipment_id")
  shipmentRow?: Relation<Shipment>;

  @Field(() => LabelPurchaseState, { description: "Whether the purchase is pending, succeeded, failed or unclear." })
  override state!: LabelPurchaseState;

  /** Raised by the database with every update: the fence against a writer that woke up late. */
  @Column({ type: "integer", default: 1 })
  version!: number;

  @Field(() => String, {
    description: "Our reference stored at the carrier, never reused: the carrier's support can search for it.",
  })
  override carrierReference!: string;

  @Column({ type: "text" })
  accountId!: string;

  @BelongsTo("CarrierAccount", "account_id")
  account?: Relation<CarrierAccount>;

  @Column({ type: "text" })
  serviceCode!: string;

  @Column({ type: "text" })
  labelFormat!: LabelFormat;

  /** Who pays the carrier; SENDER too where the payer's account is another of the merchant's own. */
  @Column({ type: "text", default: "SENDER" })
  @Field(() => FreightPayer, {
    name: "paidBy",
    description:
      "Party that the carrier bills. SENDER: the merchant, also if the payer's account is another of the merchant's own.",
  })
  payer!: FreightPayer;

  @Column({ type: "text", nullable: true })
  shipmentIdentificationNumber!: string | null;

  @AmountColumn({ nullable: true })
  chargesAmount!: string | null;

  @Column({ type: "text", nullable: true })
  chargesCurrency!: string | null;

  /** True when the carrier did not say and the amount was rated afterwards. */
  @Column({ type: "boolean", default: false })
  @Field(() => Boolean, {
    name: "hasEstimatedCharges",
    description:
      "True when the carrier's answer was lost, or told no charges that can be read, and they were rated afterwards.",
  })
  chargesAreEstimated!: boolean;

  @Column({ type: "jsonb", default: [] })
  @Field(() => [RateCharge], {
    description:
      "purchasedCharges in its parts, as the carrier itemised them: they add up to it. Empty: not bought, or not known yet.",
  })
  chargeItems!: RateCharge[];

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "What the carrier charged when it was bought, whoever pays, voided since or not; null: not bought, or not known yet.",
  })
  get purchasedCharges(): MonetaryAmount | null {
    return monetaryAmount(this.chargesAmount, this.chargesCurrency);
  }

  @Column({ type: "jsonb", default: [] })
  @Field(() => [ShippingUserError], { description: "Why the purchase failed, also when that was found out later." })
  userErrors!: ShippingUserError[];

  @Column({ type: "jsonb", default: [] })
  carrierMessages!: CarrierMessage[];

  /** What was known before it was sent, written with the claim; never changed after. */
  @Column({ type: "jsonb", default: [] })
  notices!: CarrierMessage[];

  @Field(() => [CarrierMessage], {
    name: "carrierMessages",
    description: "Messages on this purchase: what was known before it was sent, then the carrier's own.",
  })
  get allMessages(): CarrierMessage[] {
    return [...this.notices, ...this.carrierMessages];
  }

  @Field(() => DateTimeScalar, {
    description: "When the purchase was recorded, before anything was sent to the carrier.",
  })
  override startedAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When the request began to leave for the carrier; null: nothing was sent, so nothing was bought by it.",
  })
  override sentAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the outcome became known; null: still open." })
  override finishedAt!: string | null;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the last of its labels was voided; null: a label is in force, or nothing was bought.",
  })
  voidedAt!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => VoidReason, {
    nullable: true,
    description: "Reason for voiding the labels, as last given to voidShipment; null: none given.",
  })
  voidReason!: VoidReason | null;

  /** When that was stated; by the clock, not by the beginning of the transaction. */
  @InstantColumn({ nullable: true })
  voidReasonAt!: string | null;

  /** How urgent a look is, 0 first. Of the database's own making. */
  @Column({ type: "smallint", default: 1, insert: false, update: false })
  checkRank!: number;

  /** W3C `traceparent` of the request that claimed it: random numbers. Null: it was not traced. */
  @Column({ type: "text", nullable: true })
  traceparent!: string | null;

  /** Numbers of bookings under our reference that nobody wants and that are not voided yet. */
  @Column({ type: "jsonb", default: [] })
  unwantedBookings!: string[];

  /** Numbers of those that are voided, or that the carrier refused to void: both are final. */
  @Column({ type: "jsonb", default: [] })
  settledBookings!: string[];
}
