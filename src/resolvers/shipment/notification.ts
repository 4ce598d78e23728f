import { Field, InputType, ObjectType } from "type-graphql";
import { ShipmentNotificationEvent } from "../../entities/values/option-enums.js";
import type { NotificationInput } from "../../shipping/shipment/details-input.js";

@ObjectType({ description: "An e-mail notification sent by the carrier." })
export class ShipmentNotification {
  @Field(() => ShipmentNotificationEvent, { description: "Event that triggers the e-mail." })
  event!: ShipmentNotificationEvent;

  @Field(() => [String], { description: "Recipients' e-mail addresses." })
  emails!: string[];

  @Field(() => String, { nullable: true, description: "The merchant's message in the e-mail; null: none." })
  memo!: string | null;
}

@InputType({ description: "An e-mail notification sent by the carrier." })
export class ShipmentNotificationInput implements NotificationInput {
  @Field(() => ShipmentNotificationEvent, {
    description: "Event that triggers the e-mail. SHIPPED: outbound shipments only.",
  })
  event!: ShipmentNotificationEvent;

  @Field(() => [String], { description: "Recipients: 1 to 5 e-mail addresses of at most 50 characters." })
  emails!: string[];

  @Field(() => String, { nullable: true, description: "Your message in the e-mail, at most 150 characters." })
  memo?: string | null;
}
