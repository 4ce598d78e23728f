import { Field, InputType, ObjectType } from "type-graphql";
import { DutiesPayer, FreightPayer, SignatureOption } from "../../entities/values/enums.js";
import { MonetaryAmount, MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { CollectOnDeliveryFunds } from "../../entities/values/option-enums.js";
import type { ShownOptions, StoredShipmentOptions } from "../../entities/values/stored-shipment-details.js";
import { masked } from "../../shipping/account/mask.js";
import type { OptionsInput } from "../../shipping/shipment/details-input.js";
import { ShipmentNotification, ShipmentNotificationInput } from "./notification.js";

@ObjectType({ description: "Extra services and who pays." })
export class ShipmentOptions implements ShownOptions {
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

/** Where the sender is said to pay the duties, in the words of descriptions. */
export const dutiesPaidBySender = "options.dutiesPayer SENDER";

/** Options as they are read: somebody's account number only by its end. */
export function shownOptions({ payerAccountNumber, ...options }: StoredShipmentOptions): ShipmentOptions {
  return { ...options, payerAccountNumberMasked: payerAccountNumber && masked(payerAccountNumber, 2) };
}

@InputType({ description: "Extra services and who pays." })
export class ShipmentOptionsInput implements OptionsInput {
  @Field(() => FreightPayer, {
    nullable: true,
    description:
      "Whose account pays for the transport. Default: SENDER; with a shipping method of Bill My Account: RECIPIENT. Whoever else pays, the merchant is charged nothing and the offer's price is zero; an account of the merchant's own counts as the sender's.",
  })
  payer?: FreightPayer | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The payer's carrier account number, when the sender does not pay; small letters are made capital. Read back only masked.",
  })
  payerAccountNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Postal code of the payer's account; needed in US, PR and CA, and of a third party.",
  })
  payerPostalCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Country of the payer's account, ISO 3166-1 alpha-2; needed of a third party. Of a recipient it is only what payerPostalCode is checked by and is not sent to the carrier; default: where it goes.",
  })
  payerCountryCode?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Collect on Delivery: what the driver collects for the whole shipment, 0.01 to 50000 USD a package, in the destination's currency; shared out over the packages in equal parts, exact to the cent. Not with a signature or a return. Null takes it back; absent: unchanged. Where it is possible: carrierServiceOptions.",
  })
  collectOnDelivery?: MonetaryAmountInput | null;

  @Field(() => CollectOnDeliveryFunds, {
    nullable: true,
    description: "What the driver takes for collectOnDelivery. Default: ANY_CHECK.",
  })
  collectOnDeliveryFunds?: CollectOnDeliveryFunds | null;

  @Field(() => [ShipmentNotificationInput], {
    nullable: true,
    description: "E-mails that the carrier sends, at most 3. An empty list takes them back; absent: unchanged.",
  })
  notifications?: ShipmentNotificationInput[] | null;

  @Field(() => DutiesPayer, {
    nullable: true,
    description: "Duties paid by whom. Only used on lanes with duties. Default: the shipping method's.",
  })
  dutiesPayer?: DutiesPayer | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Generate Return Label: after the purchase a print return label for the way back is bought too, at its own price and for the carrier account, whoever pays the outbound; see Shipment.generatedReturn. Default: the shipping method's.",
  })
  generateReturnLabel?: boolean | null;

  @Field(() => SignatureOption, { nullable: true, description: "Proof of delivery. Default: NONE." })
  signature?: SignatureOption | null;

  @Field(() => Boolean, { nullable: true, description: "Delivery on a Saturday. Default: false." })
  isSaturdayDelivery?: boolean | null;
}
