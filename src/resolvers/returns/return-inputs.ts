import { Field, ID, InputType, Int } from "type-graphql";
import { ReturnServiceKind } from "../../entities/values/enums.js";
import { LabelFormat } from "../../entities/values/label-enums.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { ReturnLabelInput } from "../../shipping/purchase/purchase-return-label.js";
import type { ReturnServiceInput as Service } from "../../shipping/shipment/return-input.js";
import { ShipmentInput } from "../shipment/draft-inputs.js";

@InputType({ description: "How a return travels: the return service with its details." })
export class ReturnServiceInput implements Service {
  @Field(() => ReturnServiceKind, {
    description: "How the customer gets the return label, or how the carrier collects the return.",
  })
  kind!: ReturnServiceKind;

  @Field(() => String, {
    nullable: true,
    description:
      "E-mail address that receives the label, at most 50 characters; required for ELECTRONIC_RETURN_LABEL, and only then.",
  })
  email?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Number of the box the driver brings, 1 to 5; required for Pack & Collect, and only then.",
  })
  boxNumber?: number | null;
}

@InputType({
  description:
    "A return to buy: of an outbound shipment by its id, or without one. UPS accepts one package per return from the United States and Puerto Rico, 20 from elsewhere. Null is the same as absent.",
})
export class PurchaseReturnLabelInput implements ReturnLabelInput {
  @Field(() => String, {
    description:
      "Your idempotency key, one per intended purchase, at most 255 characters. The same key and input never buy twice.",
  })
  idempotencyKey!: string;

  @Field(() => ReturnServiceInput, {
    description: "The return service: how the customer gets the label, or how the carrier collects.",
  })
  returnService!: ReturnServiceInput;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the outbound shipment: the return takes its addresses in reverse, and its packages, account, service, order and reference.",
  })
  outboundShipmentId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Ids of the outbound packages that are returned, at least one. Absent: all whose labels are in force.",
  })
  packageIds?: string[] | null;

  @Field(() => ShipmentInput, {
    nullable: true,
    description:
      "The return shipment, when there is no outbound shipment: shipFrom is the customer, shipTo defaults to the account's address.",
  })
  shipment?: ShipmentInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Service code, for example UPS_GROUND. Default: the outbound shipment's.",
  })
  service?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Your reference, printed on the label; at most 35 characters. Default: the outbound shipment's.",
  })
  reference?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Refuse with PRICE_CHANGED if the carrier charges more than this. Refused with OPTION_NOT_ALLOWED for PRINT_AND_MAIL, whose price is not known in advance; that kind cannot be bought under a spend limit on amounts.",
  })
  maxTotalPrice?: MonetaryAmountInput | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "How much more than the rate quote of `shipment` the carrier may charge; with maxTotalPrice the lower limit counts. Without both, any rise is refused with PRICE_CHANGED. Only with a rate quote.",
  })
  maxPriceIncrease?: MonetaryAmountInput | null;

  @Field(() => LabelFormat, {
    nullable: true,
    description: "Label file format. Default: the outbound shipment's, else PDF.",
  })
  labelFormat?: LabelFormat | null;
}
