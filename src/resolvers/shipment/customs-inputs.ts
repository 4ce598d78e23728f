import { Field, InputType, Int } from "type-graphql";
import { PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { CustomsInput, ItemInput } from "../../shipping/shipment/details-input.js";

@InputType({ description: "One line of the invoice." })
export class CustomsItemInput implements ItemInput {
  @Field(() => String, { description: "What it is, at most 105 characters: UPS prints three lines of 35." })
  description!: string;

  @Field(() => Int, { description: "How many pieces; 1 to 9999999." })
  quantity!: number;

  @Field(() => MonetaryAmountInput, { nullable: true, description: "Value of one, at most six decimals. Needed." })
  unitValue?: MonetaryAmountInput | null;

  @Field(() => PackageWeightInput, { nullable: true, description: "Weight of one." })
  weight?: PackageWeightInput | null;

  @Field(() => String, { nullable: true, description: "Stock keeping unit or part number; at most 35 characters." })
  sku?: string | null;

  @Field(() => String, { nullable: true, description: "Harmonised System code, 6 to 15 characters. Needed." })
  hsCode?: string | null;

  @Field(() => String, { nullable: true, description: "Country where it was made, ISO 3166-1 alpha-2. Needed." })
  originCountryCode?: string | null;
}

@InputType({ description: "A further charge on the invoice." })
export class CustomsOtherChargesInput {
  @Field(() => MonetaryAmountInput, { description: "How much." })
  amount!: MonetaryAmountInput;

  @Field(() => String, { description: "What for; at most 10 characters." })
  description!: string;
}

@InputType({
  description:
    "What customs are told, from which the carrier makes the commercial invoice. Where there is no customs border (within a country, within the European Union, between the United States and Puerto Rico) it is refused with OPTION_NOT_ALLOWED.",
})
export class CustomsDeclarationInput implements CustomsInput {
  @Field(() => String, {
    nullable: true,
    description:
      "SALE, GIFT, SAMPLE, RETURN, REPAIR, INTERCOMPANYDATA, or your own words of at most 20 characters. Default: SALE; RETURN for goods that come back.",
  })
  reasonForExport?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Incoterm: CFR, CIF, CIP, CPT, DAF, DAP, DDP, DEQ, DES, EXW, FAS, FCA or FOB. DDP needs options.dutiesPayer SENDER. Default: none stated.",
  })
  incoterm?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Your invoice number, at most 35 characters. Default: the shipment's reference, else the carrier reference of the purchase.",
  })
  invoiceNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Default: the day it is handed over, else bought." })
  invoiceDate?: string | null;

  @Field(() => String, { nullable: true, description: "Remarks, at most 150 characters." })
  comments?: string | null;

  @Field(() => String, { nullable: true, description: "Legal statement on the invoice, at most 550 characters." })
  declarationStatement?: string | null;

  @Field(() => PostalAddressInput, {
    nullable: true,
    description: "Who bought the goods, in the recipient's country. Default: the recipient.",
  })
  soldTo?: PostalAddressInput | null;

  @Field(() => String, {
    nullable: true,
    description: "ISO 4217; every amount is in it. Default: the currency of the first item.",
  })
  currencyCode?: string | null;

  @Field(() => [CustomsItemInput], {
    nullable: true,
    description:
      "At most 100 lines. Default: the packages' items, the same goods once with their quantities added up; they then need unitValue, hsCode and originCountryCode.",
  })
  items?: CustomsItemInput[] | null;

  @Field(() => MonetaryAmountInput, { nullable: true, description: "Taken off the value of the goods. Default: none." })
  discount?: MonetaryAmountInput | null;

  @Field(() => MonetaryAmountInput, { nullable: true, description: "Cost of the transport. Default: none stated." })
  freightCharges?: MonetaryAmountInput | null;

  @Field(() => MonetaryAmountInput, { nullable: true, description: "Cost of the insurance. Default: none stated." })
  insuranceCharges?: MonetaryAmountInput | null;

  @Field(() => CustomsOtherChargesInput, { nullable: true, description: "A further charge. Default: none." })
  otherCharges?: CustomsOtherChargesInput | null;
}
