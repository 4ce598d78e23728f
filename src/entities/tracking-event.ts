import { Directive, Field, ObjectType } from "type-graphql";
import { Check, Column, Entity, type Relation, Unique } from "typeorm";
import { BelongsTo, TenantRow } from "./tenant-row.js";
import type { Tracker } from "./tracker.js";
import { buyersAndStaff } from "./values/access.js";
import { InstantColumn } from "./values/columns.js";
import { TrackingStatus } from "./values/enums.js";
import { DateScalar, DateTimeScalar, LocalTimeScalar } from "./values/scalars.js";

/** Never deleted: the carrier forgets what is 120 days old. Ids are given oldest first. */
@Entity()
@Unique("tracking_event_once_per_tracker", ["tenantId", "trackerId", "eventKey"])
@Check(
  "tracking_event_status_known",
  "status in ('UNKNOWN', 'LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP', 'DELIVERED', 'RETURNING', 'RETURNED', 'EXCEPTION', 'VOIDED')",
)
@Directive(buyersAndStaff)
@ObjectType({ description: "One thing that happened to a package. Instant and local time are kept apart." })
export class TrackingEvent extends TenantRow {
  @Column({ type: "text" })
  trackerId!: string;

  @BelongsTo("Tracker", "tracker_id")
  tracker?: Relation<Tracker>;

  @Column({ type: "text" })
  eventKey!: string;

  @Column({ type: "text" })
  @Field(() => TrackingStatus, { description: "What it says of where the package is." })
  status!: TrackingStatus;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The carrier's kind of event, for UPS D, I, M, MV, P or X; null: not told.",
  })
  carrierStatusType!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The carrier's own code; it means something only together with `carrierStatusType`. Null: not told.",
  })
  carrierStatusCode!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "The carrier's words. For people: decide on `status`." })
  description!: string;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it happened, in UTC; null where the carrier gives no zone.",
  })
  occurredAt!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "The day there; null: not told." })
  localDate!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LocalTimeScalar, { nullable: true, description: "The time on the clock there; null: not told." })
  localTime!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "How far that clock was from UTC, as -05:00. For show: it is no part of `occurredAt`. Null: the carrier gives no zone.",
  })
  utcOffset!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Where; null: not told." })
  city!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "State or province; null: none, or not told." })
  region!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2; null: not told." })
  countryCode!: string | null;

  /** `occurredAt`, else the local time as if it were UTC: for the order only. */
  @InstantColumn()
  toldAt!: string;
}
