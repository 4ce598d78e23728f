import {
  Arg,
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../context.js";
import { Tracker } from "../../entities/tracker.js";
import { TrackingEvent } from "../../entities/tracking-event.js";
import { readers } from "../../entities/values/access.js";
import { UrlScalar } from "../../entities/values/scalars.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { findTracker, refreshTracker, type TrackerInput } from "../../shipping/tracking/find-tracker.js";
import { FirstArgs, firstOf } from "../page.js";

@InputType({ description: "A tracking number, of a package bought here or elsewhere." })
class RefreshTrackerInput implements TrackerInput {
  @Field(() => String, { description: "Carrier code, for example UPS." })
  carrierCode!: string;

  @Field(() => String, { description: "Tracking number as printed on the label; spaces are ignored." })
  trackingNumber!: string;
}

@ObjectType({ description: "The updated tracker, or the errors that prevented the update." })
class RefreshTrackerPayload {
  @Field(() => Tracker, {
    nullable: true,
    description: "The tracker with the carrier's current answer; null: see userErrors.",
  })
  tracker!: Tracker | null;

  @Field(() => [ShippingUserError], {
    description: "Errors in the input, or why the carrier gave no answer; empty on success.",
  })
  userErrors!: ShippingUserError[];
}

@Resolver(() => Tracker)
export class TrackerResolver {
  @Directive(readers)
  @Query(() => Tracker, {
    nullable: true,
    description:
      "Tracks a package by its number, bought here or not. Calls the carrier and writes when the stored tracker is older than five minutes and the package is not delivered yet; without an answer the stored tracker is returned, and lastCheckedAt gives its age. Clients must not cache it: fetch it with network-only. Null: the number is unknown; refreshTracker says why.",
  })
  tracker(
    @Arg("carrierCode", () => String, { description: "Carrier code, for example UPS." }) carrierCode: string,
    @Arg("trackingNumber", () => String, {
      description: "Tracking number as printed on the label; spaces are ignored.",
    })
    trackingNumber: string,
    @Ctx() { deps, actor }: Context,
  ): Promise<Tracker | null> {
    return findTracker(deps, actor, { carrierCode, trackingNumber });
  }

  @Directive(readers)
  @Mutation(() => RefreshTrackerPayload, {
    nullable: true,
    description:
      "Updates the tracker of a package from the carrier immediately. Safe to repeat. Codes: REQUIRED, TOO_LONG, NOT_FOUND (no such carrier, or a number that it does not know yet), CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async refreshTracker(
    @Arg("input", () => RefreshTrackerInput, { description: "Carrier and tracking number of the package." })
    input: RefreshTrackerInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<RefreshTrackerPayload> {
    const { value, userErrors } = await refreshTracker(deps, actor, input);
    return { tracker: value, userErrors };
  }

  @FieldResolver(() => [TrackingEvent], {
    description:
      "The newest tracking events, newest first, including those the carrier no longer reports. No more than 100 can be read.",
  })
  async events(
    @Root() tracker: Tracker,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<TrackingEvent[]> {
    return loaders.eventsByTrackerId.load(firstOf(tracker.id, first));
  }

  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description: "The carrier's public tracking page for the package; null: the carrier has none.",
  })
  url(@Root() { carrierCode, trackingNumber }: Tracker, @Ctx() { deps }: Context): string | null {
    return deps.carriers.get(carrierCode)?.trackingUrl(trackingNumber) ?? null;
  }
}
