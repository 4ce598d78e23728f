import { Field, ID, InputType } from "type-graphql";
import { LabelPurchaseState } from "../../entities/values/enums.js";
import { PurchaseVoidState } from "../../entities/values/history-enums.js";
import { DateTimeScalar } from "../../entities/values/scalars.js";
import type { PurchaseFilter } from "../../shipping/label/list-purchases.js";

const instant = (description: string) => Field(() => DateTimeScalar, { nullable: true, description });

@InputType({
  description: "Conditions on purchases; all given conditions must hold. Null is the same as absent: no condition.",
})
export class LabelPurchaseFilter implements PurchaseFilter {
  @Field(() => [LabelPurchaseState], {
    nullable: true,
    description: "Only purchases in one of these states; an empty list matches none. Null: all.",
  })
  state?: LabelPurchaseState[] | null;

  @Field(() => [PurchaseVoidState], {
    nullable: true,
    description:
      "Only purchases voided to one of these degrees; what was never bought has none. An empty list matches none. Null: all.",
  })
  voidState?: PurchaseVoidState[] | null;

  @Field(() => ID, { nullable: true, description: "Only purchases made with this carrier account." })
  carrierAccountId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only purchases of this shipment's labels." })
  shipmentId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only purchases of shipments of this order." })
  orderId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only the purchase with exactly this carrierReference, as it stands on the carrier's invoice.",
  })
  carrierReference?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only the purchase of the label with this tracking number, voided or not, as it stands on the carrier's invoice. Spaces are ignored, and upper and lower case.",
  })
  trackingNumber?: string | null;

  @instant("Only purchases started at this time or later.")
  startedFrom?: string | null;

  @instant("Only purchases started before this time.")
  startedBefore?: string | null;

  @instant("Only purchases whose outcome was known at this time or later.")
  finishedFrom?: string | null;

  @instant("Only purchases whose outcome was known before this time.")
  finishedBefore?: string | null;

  @instant("Only purchases whose last label was voided at this time or later.")
  voidedFrom?: string | null;

  @instant("Only purchases whose last label was voided before this time.")
  voidedBefore?: string | null;
}
