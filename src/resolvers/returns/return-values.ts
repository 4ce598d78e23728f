import { Field, Int, ObjectType } from "type-graphql";
import { Shipment } from "../../entities/shipment.js";
import { describedEnum } from "../../entities/values/described-enum.js";
import { ReturnServiceKind } from "../../entities/values/enums.js";
import type { StoredReturnService } from "../../entities/values/stored-shipment-details.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { GeneratedReturnState as State } from "../../shipping/shipment/generated-return-state.js";

const GeneratedReturnState = describedEnum(
  "GeneratedReturnState",
  "Where the return label stands that a purchase brings with it.",
  {
    PENDING: "To be bought, or being bought; it is tried again by itself.",
    PURCHASED: "Bought: see its shipment, also for whether it was voided since.",
    REFUSED: "Not bought, and not tried again by itself: purchaseReturnLabel with the outbound's id tries again.",
  } satisfies Record<State, string>,
);

@ObjectType({ description: "How goods come back." })
export class ReturnService implements StoredReturnService {
  @Field(() => ReturnServiceKind, { description: "How the one who returns gets the label, or is visited." })
  kind!: ReturnServiceKind;

  @Field(() => String, { nullable: true, description: "Who gets the label by e-mail; null: nobody." })
  email!: string | null;

  @Field(() => Int, { nullable: true, description: "Which box the driver brings, 1 to 5; null: none." })
  boxNumber!: number | null;
}

@ObjectType({ description: "The return label that a shipment's purchase brings with it." })
export class GeneratedReturn {
  @Field(() => GeneratedReturnState, { description: "Where it stands." })
  state!: State;

  @Field(() => Shipment, { nullable: true, description: "The return; null: nothing was claimed yet." })
  shipment!: Shipment | null;

  @Field(() => [ShippingUserError], {
    description: "Why it was refused. The outbound's labels are bought all the same.",
  })
  userErrors!: ShippingUserError[];
}
