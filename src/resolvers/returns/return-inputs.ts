import { Field, ID, InputType, Int } from "type-graphql";
import { LabelFormat, ReturnServiceKind } from "../../entities/values/enums.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { ReturnLabelInput } from "../../shipping/purchase/purchase-return-label.js";
import type { ReturnServiceInput as Service } from "../../shipping/shipment/return-input.js";
import { CreateShipmentInput } from "../shipment/draft-inputs.js";

@InputType({ description: "How goods come back." })
export class ReturnServiceInput implements Service {
  @Field(() => ReturnServiceKind, { description: "How the one who returns gets the label, or is visited." })
  kind!: ReturnServiceKind;

  @Field(() => String, {
    nullable: true,
    description:
      "Who gets the label by e-mail, at most 50 characters; needed for ELECTRONIC_RETURN_LABEL, and only then.",
  })
  email?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Which box the driver brings, 1 to 5; needed for Pack & Collect, and only then.",
  })
  boxNumber?: number | null;
}

@InputType({
  description:
    "A return to buy: of what went out, by the outbound's id, or alone. UPS takes one package from the United States and Puerto Rico, 20 from elsewhere.",
})
export class PurchaseReturnLabelInput implements ReturnLabelInput {
  @Field(() => String, {
    description:
      "A key of your own, one per intent to buy, at most 255 characters. The same key and input never buy twice.",
  })
  idempotencyKey!: string;

  @Field(() => ReturnServiceInput, { description: "How the goods come back." })
  returnService!: ReturnServiceInput;

  @Field(() => ID, {
    nullable: true,
    description:
      "The shipment that went out: addresses the other way round, its packages, account, service, order and reference.",
  })
  outboundShipmentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Of the outbound's packages those that come back, at least one. Absent: all whose labels are in force.",
  })
  packageIds?: string[] | null;

  @Field(() => CreateShipmentInput, {
    nullable: true,
    description:
      "The return itself, without an outbound: shipFrom is the one who returns, shipTo the account's address by default.",
  })
  shipment?: CreateShipmentInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Our service code, for example UPS_GROUND. Default: the outbound's.",
  })
  service?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Your text, printed on the label; at most 35 characters. Default: the outbound's.",
  })
  reference?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Refuse with PRICE_CHANGED when the carrier asks more. Refused with OPTION_NOT_ALLOWED for PRINT_AND_MAIL, which has no price before; under a limit on amounts that kind cannot be bought.",
  })
  maxTotalPrice?: MonetaryAmountInput | null;

  @Field(() => LabelFormat, { nullable: true, description: "Default: the outbound's, else PDF." })
  labelFormat?: LabelFormat | null;
}
