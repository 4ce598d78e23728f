import { Field, InputType, ObjectType } from "type-graphql";
import { ShipmentNotificationEvent } from "../../entities/values/option-enums.js";
import type { NotificationInput } from "../../shipping/shipment/details-input.js";

@ObjectType({ description: "An e-mail that the carrier sends." })
export class ShipmentNotification {
  @Field(() => ShipmentNotificationEvent, { description: "What about." })
  event!: ShipmentNotificationEvent;

  @Field(() => [String], { description: "Whom to." })
  emails!: string[];

  @Field(() => String, { nullable: true, description: "The merchant's own words in it; null: none." })
  memo!: string | null;
}

@InputType({ description: "An e-mail that the carrier sends." })
export class ShipmentNotificationInput implements NotificationInput {
  @Field(() => ShipmentNotificationEvent, { description: "What about. SHIPPED: only of what goes out." })
  event!: ShipmentNotificationEvent;

  @Field(() => [String], { description: "Whom to: 1 to 5 addresses of at most 50 characters." })
  emails!: string[];

  @Field(() => String, { nullable: true, description: "Your own words in it, at most 150 characters." })
  memo?: string | null;
}
