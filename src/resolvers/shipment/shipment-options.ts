import { Field, ID, InputType, ObjectType } from "type-graphql";
import { FreightPayer, ShipmentDutiesPayer, SignatureOption } from "../../entities/values/enums.js";
import { LabelLetters } from "../../entities/values/label-enums.js";
import { MonetaryAmount, MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { CollectOnDeliveryFunds } from "../../entities/values/option-enums.js";
import type { ShownOptions, StoredShipmentOptions } from "../../entities/values/stored-shipment-details.js";
import { masked } from "../../shipping/mask.js";
import type { DutiesPayerAccountInput as Account, OptionsInput } from "../../shipping/shipment/details-input.js";
import { ShipmentNotification, ShipmentNotificationInput } from "./notification.js";

@ObjectType({ description: "Extra services, and who pays freight and duties." })
export class ShipmentOptions implements ShownOptions {
  @Field(() => FreightPayer, { description: "Whose carrier account pays the freight." })
  payer!: FreightPayer;

  @Field(() => String, {
    nullable: true,
    description: "The payer's account number, masked except for its end; null: the sender pays.",
  })
  payerAccountNumberMasked!: string | null;

  @Field(() => ShipmentDutiesPayer, {
    nullable: true,
    description: "Who pays duties; null: the carrier's default, the recipient.",
  })
  dutiesPayer!: ShipmentDutiesPayer | null;

  @Field(() => String, {
    nullable: true,
    description: "Account number of the third party that pays duties, masked except for its end; null: none does.",
  })
  dutiesPayerAccountNumberMasked!: string | null;

  @Field(() => Boolean, {
    description: "Whether buying the labels also buys a return label: see Shipment.generatedReturn.",
  })
  generateReturnLabel!: boolean;

  @Field(() => SignatureOption, { description: "Signature required on delivery." })
  signature!: SignatureOption;

  @Field(() => Boolean, { description: "Whether the carrier delivers on Saturday." })
  isSaturdayDelivery!: boolean;

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Collect on Delivery: amount the driver collects for the whole shipment; null: none.",
  })
  collectOnDelivery!: MonetaryAmount | null;

  @Field(() => CollectOnDeliveryFunds, {
    nullable: true,
    description: "Payment accepted by the driver; null: nothing is collected.",
  })
  collectOnDeliveryFunds!: CollectOnDeliveryFunds | null;

  @Field(() => [ShipmentNotification], { description: "E-mail notifications sent by the carrier." })
  notifications!: ShipmentNotification[];

  @Field(() => LabelLetters, { description: "What becomes of letters that the carrier cannot print." })
  letters!: LabelLetters;
}

/** Where the sender is said to pay the duties, in the words of descriptions. */
export const dutiesPaidBySender = "options.dutiesPayer SENDER";

/** Options as they are read: somebody's account number only by its end. */
export function shownOptions(options: StoredShipmentOptions): ShipmentOptions {
  const { payerAccountNumber, dutiesPayerAccount, ...shown } = options;
  const ofDuties = dutiesPayerAccount?.accountNumber ?? null;
  return {
    ...shown,
    payerAccountNumberMasked: payerAccountNumber && masked(payerAccountNumber, 2),
    dutiesPayerAccountNumberMasked: ofDuties && masked(ofDuties, 2),
  };
}

@InputType({ description: "The carrier account of a third party that pays duties." })
class DutiesPayerAccountInput implements Account {
  @Field(() => String, { description: "Account number. Returned masked only." })
  accountNumber!: string;

  @Field(() => String, { nullable: true, description: "Postal code of the account; UPS requires it." })
  postalCode?: string | null;

  @Field(() => String, { description: "Country of the account, ISO 3166-1 alpha-2." })
  countryCode!: string;
}

@InputType({ description: "Extra services, and who pays freight and duties." })
export class ShipmentOptionsInput implements OptionsInput {
  @Field(() => FreightPayer, {
    nullable: true,
    description:
      "Whose carrier account pays the freight. Default: SENDER; with a Bill My Account shipping method: RECIPIENT. If another party pays, the merchant is charged nothing and the offer's price is zero; an account of the merchant's own counts as the sender's.",
  })
  payer?: FreightPayer | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The payer's carrier account number, when the sender does not pay; letters in upper or lower case. Returned masked only.",
  })
  payerAccountNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Postal code of the payer's account; required in US, PR and CA, and for a third party.",
  })
  payerPostalCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Country of the payer's account, ISO 3166-1 alpha-2; required for a third party. For a recipient it only decides how payerPostalCode is checked and is not sent to the carrier; default: the destination country.",
  })
  payerCountryCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of a customer's own account (saveCustomerCarrierAccount), which pays as the recipient's: instead of the payer's account number, postal code and country, beside which it is INVALID. The number is taken from it now; later changes of it change nothing here.",
  })
  customerCarrierAccountId?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Collect on Delivery: amount the driver collects for the whole shipment, 0.01 to 50000 USD per package, in the destination's currency; split evenly over the packages, exact to the cent. Not with a signature or a return. Availability: carrierServiceOptions.",
  })
  collectOnDelivery?: MonetaryAmountInput | null;

  @Field(() => CollectOnDeliveryFunds, {
    nullable: true,
    description: "Payment the driver accepts for collectOnDelivery. Default: ANY_CHECK.",
  })
  collectOnDeliveryFunds?: CollectOnDeliveryFunds | null;

  @Field(() => [ShipmentNotificationInput], {
    nullable: true,
    description: "E-mail notifications sent by the carrier, at most 3. An empty list removes them.",
  })
  notifications?: ShipmentNotificationInput[] | null;

  @Field(() => LabelLetters, {
    nullable: true,
    description:
      "What becomes of letters that the carrier cannot print on labels and customs documents. What was printed instead is told in carrierMessages (LETTERS_REPLACED). Default: WITHOUT_ACCENTS.",
  })
  letters?: LabelLetters | null;

  @Field(() => ShipmentDutiesPayer, {
    nullable: true,
    description: "Who pays duties; used on lanes with duties only. Default: the shipping method's.",
  })
  dutiesPayer?: ShipmentDutiesPayer | null;

  @Field(() => DutiesPayerAccountInput, {
    nullable: true,
    description: "The account that duties are billed to; required when dutiesPayer is THIRD_PARTY, and only then.",
  })
  dutiesPayerAccount?: DutiesPayerAccountInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Generate Return Label: buying the labels also buys a printable return label, at its own price, billed to the carrier account, whoever pays the outbound shipment; see Shipment.generatedReturn. Default: the shipping method's.",
  })
  generateReturnLabel?: boolean | null;

  @Field(() => SignatureOption, { nullable: true, description: "Signature required on delivery. Default: NONE." })
  signature?: SignatureOption | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the carrier delivers on Saturday. Default: false." })
  isSaturdayDelivery?: boolean | null;
}
