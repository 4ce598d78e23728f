import { Field, ID, InputType, Int } from "type-graphql";
import { DutiesPayer, FreightPayer, SignatureOption } from "../../entities/values/enums.js";
import { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { CollectOnDeliveryFunds } from "../../entities/values/option-enums.js";
import type { ItemInput, OptionsInput, PackageDetailsInput } from "../../shipping/shipment/details-input.js";
import { ShipmentNotificationInput } from "./notification-input.js";

@InputType({ description: "Goods inside a package. Needed for customs when the package crosses a border." })
export class PackedItemInput implements ItemInput {
  @Field(() => ID, { nullable: true, description: "The product in the catalogue's own key." })
  productId?: string | null;

  @Field(() => String, { nullable: true, description: "Stock keeping unit." })
  sku?: string | null;

  @Field(() => String, {
    description:
      "What it is. Together at most 50 characters a package; where UPS has less room, for all packages (50) or for one that comes back (35), a carrier message of the purchase says what it was told.",
  })
  description!: string;

  @Field(() => Int, { description: "How many; at least 1." })
  quantity!: number;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Value of one. Customs take the values of all items for the value of the goods.",
  })
  unitValue?: MonetaryAmountInput | null;

  @Field(() => PackageWeightInput, { nullable: true, description: "Weight of one." })
  weight?: PackageWeightInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Harmonised System code, 6 to 15 characters. Needed on an invoice.",
  })
  hsCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Country where it was made, ISO 3166-1 alpha-2. Needed on an invoice.",
  })
  originCountryCode?: string | null;
}

@InputType({ description: "One box." })
export class PackageInput implements PackageDetailsInput {
  @Field(() => PackageWeightInput, { description: "Weight with packaging; UPS takes at most 150 lb (70 kg)." })
  weight!: PackageWeightInput;

  @Field(() => PackageDimensionsInput, {
    nullable: true,
    description: "Outer size. Without it the carrier prices by weight alone and may correct the bill.",
  })
  dimensions?: PackageDimensionsInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Our package type code, for example UPS_CUSTOMER_PACKAGE. Default: the shipping method's, else your own packaging.",
  })
  packageType?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description:
      "Value declared to the carrier, which insures the package for it at a charge; in the currency of the origin, at most 50000 USD. Stands for the value of the goods where an item has no unitValue.",
  })
  declaredValue?: MonetaryAmountInput | null;

  @Field(() => String, { nullable: true, description: "Your text on this package, at most 35 characters." })
  reference?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether regulated goods are inside. Refused with OPTION_NOT_ALLOWED unless the account ships them (shipsRegulatedItems). The carrier's own papers and marks for them are not made here. Default: false.",
  })
  containsRegulatedItems?: boolean | null;

  @Field(() => [PackedItemInput], { nullable: true, description: "What is inside." })
  items?: PackedItemInput[] | null;
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
