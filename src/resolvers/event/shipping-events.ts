import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { ShippingEvent } from "../../entities/shipping-event.js";
import { readers } from "../../entities/values/access.js";
import { ShippingEventType } from "../../entities/values/enums.js";
import { listEvents } from "../../shipping/event/list-events.js";
import { packagesOfEvent } from "../../shipping/event/packages-of-event.js";
import { connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";

const ShippingEventConnection = connectionType("ShippingEvent", ShippingEvent);

@Resolver(() => ShippingEvent)
export class ShippingEventResolver {
  @Directive(readers)
  @Query(() => ShippingEventConnection, {
    nullable: true,
    description:
      "Label and delivery events, always oldest first, for services that poll: store `endCursor` and pass it as `after` next time; on an empty page keep the cursor you have. New events always come after every cursor given before, so none is missed. Events are never deleted.",
  })
  async shippingEvents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("types", () => [ShippingEventType], {
      nullable: true,
      description: "Only events of these types; an empty list matches none. Null: all.",
    })
    types: ShippingEventType[] | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listEvents(deps, actor, pageRequest(page), types ?? null));
  }

  @FieldResolver(() => Shipment, {
    nullable: true,
    description: "The shipment in its current state; null: it could not be read.",
  })
  shipment(@Root() event: ShippingEvent, @Ctx() { loaders }: Context): Promise<Shipment | null> {
    return loaders.shipmentById.load(event.shipmentId);
  }

  @FieldResolver(() => LabelPurchase, {
    nullable: true,
    description: "The purchase whose labels the event is about, in its current state; null: it could not be read.",
  })
  purchase(@Root() event: ShippingEvent, @Ctx() { loaders }: Context): Promise<LabelPurchase | null> {
    return loaders.purchaseById.load(event.purchaseId);
  }

  @FieldResolver(() => ShipmentPackage, {
    nullable: true,
    description:
      "The package whose label was voided, in its current state: what it was then is in purchasedPackages. Null: the event is about all packages.",
  })
  async package(@Root() event: ShippingEvent, @Ctx() { loaders }: Context): Promise<ShipmentPackage | null> {
    return event.packageId === null ? null : loaders.packageById.load(event.packageId);
  }

  @FieldResolver(() => [PurchasedPackage], {
    description:
      "The labels that the event is about, each with its own number and state: the voided one, or all that were bought, or those that were in force on delivery.",
  })
  purchasedPackages(@Root() event: ShippingEvent, @Ctx() context: Context): Promise<PurchasedPackage[]> {
    return aboutOf(event, context);
  }

  @FieldResolver(() => [String], {
    description: "Tracking numbers that the event is about, in package order; the packages may have other numbers now.",
  })
  async trackingNumbers(@Root() event: ShippingEvent, @Ctx() context: Context): Promise<string[]> {
    return (await aboutOf(event, context)).map(({ trackingNumber }) => trackingNumber);
  }
}

async function aboutOf(event: ShippingEvent, { loaders }: Context): Promise<PurchasedPackage[]> {
  return packagesOfEvent(event, await loaders.purchasedByPurchaseId.load(event.purchaseId));
}
