import { Directive, Field, ObjectType } from "type-graphql";
import type { Tracker } from "../../entities/tracker.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { TrackingStatus } from "../../entities/values/enums.js";
import { DateScalar, DateTimeScalar, LocalTimeScalar } from "../../entities/values/scalars.js";

/** Nothing of whom it goes to or who sends it: whoever asks has proved to know a number and a postal code. */
@Directive(buyersAndReaders)
@ObjectType({ description: "A package under way, as whoever waits for it may follow it. Names nobody." })
export class TrackedDelivery {
  tracker!: Tracker;

  @Field(() => TrackingStatus, { description: "Delivery progress, as the carrier last reported it." })
  status!: TrackingStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Expected delivery date at the destination, else the one that was offered; null: neither is known.",
  })
  estimatedDeliveryDate!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was delivered; null: not yet, or the carrier gives a local time only: see events.",
  })
  deliveredAt!: string | null;
}

@Directive(buyersAndReaders)
@ObjectType({ description: "What happened to a package on its way, and in which city." })
export class DeliveryEvent {
  @Field(() => TrackingStatus, { description: "Delivery progress that it reports." })
  status!: TrackingStatus;

  @Field(() => String, { description: "The carrier's description, for display: decide on status." })
  description!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it happened, in UTC; null: the carrier gives no time zone.",
  })
  occurredAt!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Local date at the place; null: not given." })
  localDate!: string | null;

  @Field(() => LocalTimeScalar, { nullable: true, description: "Local time at the place; null: not given." })
  localTime!: string | null;

  @Field(() => String, { nullable: true, description: "City; null: not given." })
  city!: string | null;

  @Field(() => String, { nullable: true, description: "Country, ISO 3166-1 alpha-2; null: not given." })
  countryCode!: string | null;
}
