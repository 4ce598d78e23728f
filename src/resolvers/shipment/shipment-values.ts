import { Field, ObjectType } from "type-graphql";
import { DutiesPayer, FreightPayer, SignatureOption } from "../../entities/values/enums.js";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { CollectOnDeliveryFunds, ShipmentNotificationEvent } from "../../entities/values/option-enums.js";
import type { StoredShipmentOptions } from "../../entities/values/stored-shipment-details.js";
import { masked } from "../../shipping/account/mask.js";

@ObjectType({ description: "What a shipment costs, estimated and actual." })
export class ShipmentCharges {
  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Price of the offer it was made from; null: none was chosen.",
  })
  estimated!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "What the carrier charged for the latest labels; null: not bought, or not known yet.",
  })
  actual!: MonetaryAmount | null;

  @Field(() => Boolean, {
    description: "True when `actual` was rated afterwards because the carrier's answer was lost.",
  })
  isActualEstimated!: boolean;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description:
      "What the order is invoiced with, by the method's invoicing policy: zero where the recipient or a third party pays the carrier; null: not known yet.",
  })
  invoiceable!: MonetaryAmount | null;
}

@ObjectType({ description: "An e-mail that the carrier sends." })
export class ShipmentNotification {
  @Field(() => ShipmentNotificationEvent, { description: "What about." })
  event!: ShipmentNotificationEvent;

  @Field(() => [String], { description: "Whom to." })
  emails!: string[];

  @Field(() => String, { nullable: true, description: "The merchant's own words in it; null: none." })
  memo!: string | null;
}

@ObjectType({ description: "Extra services and who pays." })
export class ShipmentOptions {
  @Field(() => FreightPayer, { description: "Whose account pays for the transport." })
  payer!: FreightPayer;

  @Field(() => String, {
    nullable: true,
    description: "The payer's account number, all but its end hidden; null: the sender pays.",
  })
  payerAccountNumberMasked!: string | null;

  @Field(() => DutiesPayer, {
    nullable: true,
    description: "Duties paid by whom; null: the carrier's default, the recipient.",
  })
  dutiesPayer!: DutiesPayer | null;

  @Field(() => Boolean, { description: "Whether the purchase buys a return label too: see Shipment.generatedReturn." })
  generateReturnLabel!: boolean;

  @Field(() => SignatureOption, { description: "Proof of delivery." })
  signature!: SignatureOption;

  @Field(() => Boolean, { description: "Delivery on a Saturday." })
  isSaturdayDelivery!: boolean;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Collect on Delivery: what the driver collects for the whole shipment; null: nothing.",
  })
  collectOnDelivery!: MonetaryAmount | null;

  @Field(() => CollectOnDeliveryFunds, {
    nullable: true,
    description: "What the driver takes; null: nothing is collected.",
  })
  collectOnDeliveryFunds!: CollectOnDeliveryFunds | null;

  @Field(() => [ShipmentNotification], { description: "E-mails that the carrier sends." })
  notifications!: ShipmentNotification[];
}

/** Options as they are read: somebody's account number only by its end. */
export function shownOptions(options: StoredShipmentOptions): ShipmentOptions {
  const { payerAccountNumber, payerPostalCode: _, payerCountryCode: __, ...shown } = options;
  return { ...shown, payerAccountNumberMasked: payerAccountNumber && masked(payerAccountNumber, 2) };
}
