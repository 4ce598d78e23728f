import { Field, InputType } from "type-graphql";
import { CustomsPartyKind, Incoterm } from "../../entities/values/customs-enums.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { CustomsInput } from "../../shipping/shipment/details-input.js";
import { ExportFilingInput } from "./export-filing.js";
import { CustomsItemInput, neededOnInvoice } from "./goods.js";
import { dutiesPaidBySender } from "./shipment-options.js";
import { CustomsTaxNumberInput } from "./tax-number.js";

@InputType({ description: "Another charge on the commercial invoice." })
export class CustomsOtherChargesInput {
  @Field(() => MonetaryAmountInput, { description: "Amount of the charge." })
  amount!: MonetaryAmountInput;

  @Field(() => String, { description: "What the charge is for; at most 10 characters." })
  description!: string;
}

@InputType({
  description:
    "A customs declaration, from which the carrier produces the commercial invoice. Where there is no customs border (within a country, within the European Union, from Puerto Rico to the United States) it is refused with OPTION_NOT_ALLOWED. Places outside the customs or tax area of their country, such as the Canary Islands, count as abroad.",
})
export class CustomsDeclarationInput implements CustomsInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Reason for export: SALE, GIFT, SAMPLE, RETURN, REPAIR, INTERCOMPANYDATA, or free text of at most 20 characters. Default: SALE; for returns, RETURN.",
  })
  reasonForExport?: string | null;

  @Field(() => Incoterm, {
    nullable: true,
    description: `Terms of delivery. UPS does not accept DAT and DPU. DDP requires ${dutiesPaidBySender}. Default: none stated.`,
  })
  incoterm?: Incoterm | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Invoice number, at most 35 characters. Default: the shipment's reference, else the carrier reference of the purchase.",
  })
  invoiceNumber?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Invoice date. Default: the ship date, else the day the labels are bought.",
  })
  invoiceDate?: string | null;

  @Field(() => String, { nullable: true, description: "Comments printed on the invoice, at most 150 characters." })
  comments?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Declaration statement printed on the invoice, at most 550 characters.",
  })
  declarationStatement?: string | null;

  @Field(() => PostalAddressInput, {
    nullable: true,
    description: "Buyer of the goods (sold to), in the recipient's country. Default: the recipient.",
  })
  soldTo?: PostalAddressInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Currency of every amount, ISO 4217. Default: the currency of the first item.",
  })
  currencyCode?: string | null;

  @Field(() => [CustomsItemInput], {
    nullable: true,
    description: `Invoice lines, at most 100. Default: the packages' items, with the quantities of identical goods added up; they then require unitValue, ${neededOnInvoice}.`,
  })
  items?: CustomsItemInput[] | null;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Discount on the value of the goods. Default: none.",
  })
  discount?: MonetaryAmountInput | null;

  @Field(() => MonetaryAmountInput, { nullable: true, description: "Freight charges. Default: none stated." })
  freightCharges?: MonetaryAmountInput | null;

  @Field(() => MonetaryAmountInput, { nullable: true, description: "Insurance charges. Default: none stated." })
  insuranceCharges?: MonetaryAmountInput | null;

  @Field(() => CustomsOtherChargesInput, { nullable: true, description: "Another charge. Default: none." })
  otherCharges?: CustomsOtherChargesInput | null;

  @Field(() => ExportFilingInput, {
    nullable: true,
    description:
      "How an export from the United States is reported (EEI): required for tariff lines over 2500 USD. Default: nothing is stated.",
  })
  exportFiling?: ExportFilingInput | null;

  @Field(() => [CustomsTaxNumberInput], {
    nullable: true,
    description: "Tax numbers of the parties, at most 8 of the seller and 8 of buyer and importer. Default: none.",
  })
  taxNumbers?: CustomsTaxNumberInput[] | null;

  @Field(() => CustomsPartyKind, {
    nullable: true,
    description: "Whether the seller trades, for imports into the European Union. Default: BUSINESS.",
  })
  sellerKind?: CustomsPartyKind | null;

  @Field(() => CustomsPartyKind, {
    nullable: true,
    description:
      "Whether the recipient trades, for imports into the European Union. Without it a carrier message warns with EU_IMPORT_INCOMPLETE.",
  })
  recipientKind?: CustomsPartyKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether goods for the European Union are worth at most 150 EUR together. Default: as their value says; in other currencies than EUR it may stay open, and EU_IMPORT_INCOMPLETE warns.",
  })
  isLowValue?: boolean | null;
}
