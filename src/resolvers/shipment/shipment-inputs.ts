import { Field, ID, InputType, Int } from "type-graphql";
import { DutiesPayer, FreightPayer, SignatureOption } from "../../entities/values/enums.js";
import { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { ItemInput, OptionsInput, PackageDetailsInput } from "../../shipping/shipment/details-input.js";

@InputType({ description: "Goods inside a package. Needed for customs when the package crosses a border." })
export class PackedItemInput implements ItemInput {
  @Field(() => ID, { nullable: true, description: "The product in the catalogue's own key." })
  productId?: string | null;

  @Field(() => String, { nullable: true, description: "Stock keeping unit." })
  sku?: string | null;

  @Field(() => String, { description: "What it is. Together at most 35 characters a package where customs reads it." })
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

  @Field(() => String, { nullable: true, description: "Harmonised System code." })
  hsCode?: string | null;

  @Field(() => String, { nullable: true, description: "Country of origin, ISO 3166-1 alpha-2." })
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
      "Value declared to the carrier, which insures the package for it at a charge. Stands for the value of the goods where an item has no unitValue.",
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
  @Field(() => FreightPayer, { nullable: true, description: "Whose account pays for the transport. Default: SENDER." })
  payer?: keyof typeof FreightPayer | null;

  @Field(() => String, {
    nullable: true,
    description: "The payer's carrier account number, when the sender does not pay.",
  })
  payerAccountNumber?: string | null;

  @Field(() => String, { nullable: true, description: "Postal code of the payer's account." })
  payerPostalCode?: string | null;

  @Field(() => String, { nullable: true, description: "Country of the payer's account, ISO 3166-1 alpha-2." })
  payerCountryCode?: string | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Collect on Delivery: the amount. Not offered yet: refused with OPTION_NOT_ALLOWED.",
  })
  collectOnDelivery?: MonetaryAmountInput | null;

  @Field(() => DutiesPayer, {
    nullable: true,
    description: "Duties paid by whom. Only used on lanes with duties. Default: the shipping method's.",
  })
  dutiesPayer?: keyof typeof DutiesPayer | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Generate Return Label. Not offered yet: refused with OPTION_NOT_ALLOWED.",
  })
  generateReturnLabel?: boolean | null;

  @Field(() => SignatureOption, { nullable: true, description: "Proof of delivery. Default: NONE." })
  signature?: keyof typeof SignatureOption | null;

  @Field(() => Boolean, { nullable: true, description: "Delivery on a Saturday. Default: false." })
  isSaturdayDelivery?: boolean | null;
}
