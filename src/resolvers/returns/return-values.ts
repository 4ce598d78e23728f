import { Field, Int, ObjectType } from "type-graphql";
import { Shipment } from "../../entities/shipment.js";
import { describedEnum } from "../../entities/values/described-enum.js";
import { ReturnServiceKind } from "../../entities/values/enums.js";
import type { StoredReturnService } from "../../entities/values/stored-shipment-details.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { GeneratedReturnState as State } from "../../shipping/shipment/generated-return-state.js";

const GeneratedReturnState = describedEnum(
  "GeneratedReturnState",
  "State of a return label that is bought together with the outbound labels.",
  {
    PENDING: "To be bought, or being bought; retried automatically.",
    PURCHASED: "Bought: see its shipment, also for whether it has been voided since.",
    REFUSED: "Not bought, and not retried automatically: purchaseReturnLabel with the outbound's id tries again.",
  } satisfies Record<State, string>,
);

@ObjectType({ description: "How a return travels: the return service with its details." })
export class ReturnService implements StoredReturnService {
  @Field(() => ReturnServiceKind, {
    description: "How the customer gets the return label, or how the carrier collects the return.",
  })
  kind!: ReturnServiceKind;

  @Field(() => String, { nullable: true, description: "E-mail address that receives the label; null: not e-mailed." })
  email!: string | null;

  @Field(() => Int, { nullable: true, description: "Number of the box the driver brings, 1 to 5; null: none." })
  boxNumber!: number | null;
}

@ObjectType({ description: "A return label that is bought together with the outbound labels." })
export class GeneratedReturn {
  @Field(() => GeneratedReturnState, { description: "Whether the return label is bought, pending or refused." })
  state!: State;

  @Field(() => Shipment, {
    nullable: true,
    description: "The return shipment; null: its purchase has not started yet.",
  })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], {
    description: "Why the return was refused; empty otherwise. The outbound labels are bought regardless.",
  })
  userErrors!: ShippingUserError[];
}
