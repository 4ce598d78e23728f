import {
  Arg,
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
import { staffOnly } from "../../entities/values/access.js";
import { UrlScalar } from "../../entities/values/scalars.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import { findTracker, refreshTracker, type TrackerInput } from "../../shipping/tracking/find-tracker.js";

@InputType({ description: "A number of a carrier's, of a package bought here or anywhere else." })
class RefreshTrackerInput implements TrackerInput {
  @Field(() => String, { description: "Code of the carrier, for example UPS." })
  carrierCode!: string;

  @Field(() => String, { description: "As printed on the label; blanks do not matter." })
  trackingNumber!: string;
}

@ObjectType({ description: "Where a package is, or why that could not be asked." })
class RefreshTrackerPayload {
  @Field(() => Tracker, { nullable: true, description: "As the carrier has just said; null: see userErrors." })
  tracker!: Tracker | null;

  @Field(() => [ShippingUserError], { description: "Why there is no answer." })
  userErrors!: ShippingUserError[];
}

@Resolver(() => Tracker)
export class TrackerResolver {
  @Directive(staffOnly)
  @Query(() => Tracker, {
    nullable: true,
    description:
      "Where a package is, bought here or not. Asks the carrier when what is stored is older than five minutes and the package is still on its way; without an answer what is stored is given, and lastCheckedAt says how old it is. Null: nobody knows of the number; refreshTracker says why.",
  })
  tracker(
    @Arg("carrierCode", () => String, { description: "Code of the carrier, for example UPS." }) carrierCode: string,
    @Arg("trackingNumber", () => String, { description: "As printed on the label; blanks do not matter." })
    trackingNumber: string,
    @Ctx() { deps, actor }: Context,
  ): Promise<Tracker | null> {
    return findTracker(deps, actor, { carrierCode, trackingNumber });
  }

  @Directive(staffOnly)
  @Mutation(() => RefreshTrackerPayload, {
    nullable: true,
    description:
      "Asks the carrier now where a package is. Safe to repeat. Codes: REQUIRED, TOO_LONG, NOT_FOUND (no such carrier, or a number that it does not know yet), CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.",
  })
  async refreshTracker(
    @Arg("input", () => RefreshTrackerInput, { description: "Which package." }) input: RefreshTrackerInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<RefreshTrackerPayload> {
    const { value, userErrors } = await refreshTracker(deps, actor, input);
    return { tracker: value, userErrors };
  }

  @FieldResolver(() => [TrackingEvent], {
    description: "All that happened to it, newest first, also what the carrier has forgotten.",
  })
  events(@Root() tracker: Tracker, @Ctx() { loaders }: Context): Promise<TrackingEvent[]> {
    return loaders.eventsByTrackerId.load(tracker.id);
  }

  @FieldResolver(() => UrlScalar, { nullable: true, description: "Where a person follows the package." })
  url(@Root() { carrierCode, trackingNumber }: Tracker, @Ctx() { deps }: Context): string | null {
    return deps.carriers.get(carrierCode)?.trackingUrl(trackingNumber) ?? null;
  }
}
