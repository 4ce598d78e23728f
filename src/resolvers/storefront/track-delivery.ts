import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { UrlScalar } from "../../entities/values/scalars.js";
import { trackDelivery } from "../../shipping/tracking/track-delivery.js";
import { FirstArgs, firstOf } from "../page.js";
import { DeliveryEvent, TrackedDelivery } from "./tracked-delivery.js";

@Resolver(() => TrackedDelivery)
export class TrackDeliveryResolver {
  @Directive(buyersAndReaders)
  @Query(() => TrackedDelivery, {
    nullable: true,
    description:
      "Follows a package bought here, by its number and the postal code it goes to; of a return, the one it comes from. Asks no carrier: what is stored is kept up to date until delivery. Null: there is no such package under way, or the postal code is another one, which is answered alike. Wrong codes are limited for each number and caller: RATE_LIMITED.",
  })
  async trackDelivery(
    @Arg("trackingNumber", () => String, {
      description: "Tracking number as printed on the label; spaces are ignored.",
    })
    trackingNumber: string,
    @Arg("postalCode", () => String, {
      description: "Postal code of the buyer's address, however it is written; of a ZIP+4 code the ZIP code does.",
    })
    postalCode: string,
    @Ctx() { deps, actor }: Context,
  ): Promise<TrackedDelivery | null> {
    const found = await trackDelivery(deps, actor, { trackingNumber, postalCode });
    if (found === null) return null;
    const { tracker, estimatedDeliveryDate } = found;
    return { tracker, status: tracker.status, estimatedDeliveryDate, deliveredAt: tracker.deliveredAt };
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of the carrier, for display; null: not known." })
  carrierName(@Root() { tracker }: TrackedDelivery, @Ctx() { deps }: Context): string | null {
    return deps.carriers.get(tracker.carrierCode)?.name ?? null;
  }

  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description: "The carrier's public tracking page for the package; null: the carrier has none.",
  })
  url(@Root() { tracker }: TrackedDelivery, @Ctx() { deps }: Context): string | null {
    return deps.carriers.get(tracker.carrierCode)?.trackingUrl(tracker.trackingNumber) ?? null;
  }

  @FieldResolver(() => [DeliveryEvent], {
    description: "The newest events, newest first. No more than 100 can be read.",
  })
  async events(
    @Root() { tracker }: TrackedDelivery,
    @Args(() => FirstArgs) first: FirstArgs,
    @Ctx() { loaders }: Context,
  ): Promise<DeliveryEvent[]> {
    return loaders.eventsByTrackerId.load(firstOf(tracker.id, first));
  }
}
