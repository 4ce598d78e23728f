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
@ObjectType({ description: "A tracking event of a package. The UTC timestamp and the local time are separate fields." })
export class TrackingEvent extends TenantRow {
  @Column({ type: "text" })
  trackerId!: string;

  @BelongsTo("Tracker", "tracker_id")
  tracker?: Relation<Tracker>;

  @Column({ type: "text" })
  eventKey!: string;

  @Column({ type: "text" })
  @Field(() => TrackingStatus, { description: "Delivery progress that this event reports." })
  status!: TrackingStatus;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The carrier's event type, for UPS D, I, M, MV, P or X; null: not given.",
  })
  carrierStatusType!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The carrier's own status code; meaningful only together with `carrierStatusType`. Null: not given.",
  })
  carrierStatusCode!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "The carrier's description, for display: decide on `status`." })
  description!: string;

  @InstantColumn({ nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it happened, in UTC; null: the carrier gives no time zone.",
  })
  occurredAt!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Local date at the place of the event; null: not given." })
  localDate!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LocalTimeScalar, {
    nullable: true,
    description: "Local time at the place of the event; null: not given.",
  })
  localTime!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Offset of the local time from UTC, as -05:00. For display: `occurredAt` is in UTC already. Null: the carrier gives no time zone.",
  })
  utcOffset!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "City of the event; null: not given." })
  city!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "State or province of the event; null: none, or not given." })
  region!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { nullable: true, description: "Country of the event, ISO 3166-1 alpha-2; null: not given." })
  countryCode!: string | null;

  /** `occurredAt`, else the local time as if it were UTC: for the order only. */
  @InstantColumn()
  toldAt!: string;
}
