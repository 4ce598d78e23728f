import { Field, InputType, ObjectType } from "type-graphql";
import { MonetaryAmount, MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { PostalAddress, PostalAddressInput } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { StoredCustomsDeclaration } from "../../entities/values/stored-shipment-details.js";
import type { CustomsInput } from "../../shipping/shipment/details-input.js";
import { CustomsItem, CustomsItemInput, neededOnInvoice } from "./goods.js";
import { dutiesPaidBySender } from "./shipment-options.js";

@ObjectType({ description: "A further charge on the invoice." })
class CustomsOtherCharges {
  @Field(() => MonetaryAmount, { description: "How much." })
  amount!: MonetaryAmount;

  @Field(() => String, { description: "What for." })
  description!: string;
}

@InputType({ description: "A further charge on the invoice." })
export class CustomsOtherChargesInput {
  @Field(() => MonetaryAmountInput, { description: "How much." })
  amount!: MonetaryAmountInput;

  @Field(() => String, { description: "What for; at most 10 characters." })
  description!: string;
}

@ObjectType({ description: "What customs are told, from which the carrier makes the commercial invoice." })
export class CustomsDeclaration implements StoredCustomsDeclaration {
  @Field(() => String, { description: "Why it is exported: SALE, GIFT, RETURN and the like, or your own words." })
  reasonForExport!: string;

  @Field(() => String, { nullable: true, description: "Incoterm; null: none stated." })
  incoterm!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Your invoice number; null: the shipment's reference, else the carrier reference.",
  })
  invoiceNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Date of the invoice; null: the day it is bought." })
  invoiceDate!: string | null;

  @Field(() => String, { nullable: true, description: "Remarks; null: none." })
  comments!: string | null;

  @Field(() => String, { nullable: true, description: "Legal statement on the invoice; null: none." })
  declarationStatement!: string | null;

  @Field(() => PostalAddress, { nullable: true, description: "Who bought the goods; null: the recipient." })
  soldTo!: PostalAddress | null;

  @Field(() => String, { nullable: true, description: "ISO 4217, of every amount; null: no item has a value yet." })
  currencyCode!: string | null;

  @Field(() => [CustomsItem], {
    description: "Its lines: its own, else what is packed, the same goods once with their quantities added up.",
  })
  items!: CustomsItem[];

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Value of all goods, before discount and charges; null: some item has no value yet.",
  })
  goodsValue!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Taken off the value of the goods; null: nothing." })
  discount!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Cost of the transport; null: none stated." })
  freightCharges!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Cost of the insurance; null: none stated." })
  insuranceCharges!: MonetaryAmount | null;

  @Field(() => CustomsOtherCharges, { nullable: true, description: "A further charge; null: none." })
  otherCharges!: CustomsOtherCharges | null;
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
    description: `Incoterm: CFR, CIF, CIP, CPT, DAF, DAP, DDP, DEQ, DES, EXW, FAS, FCA or FOB. DDP needs ${dutiesPaidBySender}. Default: none stated.`,
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
    description: `At most 100 lines. Default: the packages' items, the same goods once with their quantities added up; they then need unitValue, ${neededOnInvoice}.`,
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
