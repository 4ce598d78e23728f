import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { ShippingEvent } from "../../entities/shipping-event.js";
import { staffOnly } from "../../entities/values/access.js";
import { ShippingEventType } from "../../entities/values/enums.js";
import { listEvents } from "../../shipping/event/list-events.js";
import { connectionOf, connectionType } from "../page.js";

const ShippingEventConnection = connectionType("ShippingEvent", ShippingEvent);

@Resolver(() => ShippingEvent)
export class ShippingEventResolver {
  @Directive(staffOnly)
  @Query(() => ShippingEventConnection, {
    nullable: true,
    description:
      "What happened to labels, oldest first, for services that poll: keep `endCursor` and ask again with it; on an empty page keep the cursor you have. What happens later always stands behind a cursor given before, so nothing is missed. Kept for ever.",
  })
  async shippingEvents(
    @Arg("first", () => Int, { nullable: true, defaultValue: 50, description: "How many, 1 to 100." })
    first: number | null,
    @Arg("after", () => String, {
      nullable: true,
      description: "Cursor of the last node seen; good for any `types`. Null: from the beginning.",
    })
    after: string | null,
    @Arg("types", () => [ShippingEventType], {
      nullable: true,
      description: "Any of these; of an empty list none is. Null: all.",
    })
    types: ShippingEventType[] | null,
    @Ctx() { deps, actor }: Context,
  ) {
    return connectionOf(await listEvents(deps, actor, { first, after: after ?? null }, types ?? null));
  }

  @FieldResolver(() => Shipment, { nullable: true, description: "The shipment, as it is now." })
  shipment(@Root() event: ShippingEvent, @Ctx() { loaders }: Context): Promise<Shipment | null> {
    return loaders.shipmentById.load(event.shipmentId);
  }

  @FieldResolver(() => LabelPurchase, {
    nullable: true,
    description: "The purchase whose labels it is about, as it is now.",
  })
  purchase(@Root() event: ShippingEvent, @Ctx() { loaders }: Context): Promise<LabelPurchase | null> {
    return loaders.purchaseById.load(event.purchaseId);
  }

  @FieldResolver(() => ShipmentPackage, {
    nullable: true,
    description: "The package whose label was voided; null: it is about all of them.",
  })
  async package(@Root() event: ShippingEvent, @Ctx() { loaders }: Context): Promise<ShipmentPackage | null> {
    return event.packageId === null ? null : loaders.packageById.load(event.packageId);
  }
}
