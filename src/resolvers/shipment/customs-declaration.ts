import { Field, ObjectType } from "type-graphql";
import { CustomsPartyKind, Incoterm } from "../../entities/values/customs-enums.js";
import { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { PostalAddress } from "../../entities/values/postal-address.js";
import { DateScalar } from "../../entities/values/scalars.js";
import type { StoredCustomsDeclaration } from "../../entities/values/stored-shipment-details.js";
import { ExportFiling } from "./export-filing.js";
import { CustomsItem } from "./goods.js";
import { CustomsTaxNumber } from "./tax-number.js";

@ObjectType({ description: "Another charge on the commercial invoice." })
class CustomsOtherCharges {
  @Field(() => MonetaryAmount, { description: "Amount of the charge." })
  amount!: MonetaryAmount;

  @Field(() => String, { description: "What the charge is for." })
  description!: string;
}

@ObjectType({ description: "A customs declaration, from which the carrier produces the commercial invoice." })
export class CustomsDeclaration implements StoredCustomsDeclaration {
  @Field(() => String, { description: "Reason for export: SALE, GIFT, RETURN and the like, or free text." })
  reasonForExport!: string;

  @Field(() => Incoterm, { nullable: true, description: "Incoterm (terms of delivery); null: none stated." })
  incoterm!: Incoterm | null;

  @Field(() => String, {
    nullable: true,
    description: "Invoice number; null: the shipment's reference, else the carrier reference.",
  })
  invoiceNumber!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Invoice date; null: the ship date, else the day the labels are bought.",
  })
  invoiceDate!: string | null;

  @Field(() => String, { nullable: true, description: "Comments printed on the invoice; null: none." })
  comments!: string | null;

  @Field(() => String, { nullable: true, description: "Declaration statement printed on the invoice; null: none." })
  declarationStatement!: string | null;

  @Field(() => PostalAddress, { nullable: true, description: "Buyer of the goods (sold to); null: the recipient." })
  soldTo!: PostalAddress | null;

  @Field(() => String, {
    nullable: true,
    description: "Currency of every amount, ISO 4217; null: no item has a value yet.",
  })
  currencyCode!: string | null;

  @Field(() => [CustomsItem], {
    description:
      "Invoice lines, at most 100: as declared, else from the package contents, with the quantities of identical goods added up.",
  })
  items!: CustomsItem[];

  @Field(() => MonetaryAmount, {
    nullable: true,
    description: "Total value of the goods, before discount and charges; null: some item has no value yet.",
  })
  goodsValue!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Discount on the value of the goods; null: none." })
  discount!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Freight charges; null: none stated." })
  freightCharges!: MonetaryAmount | null;

  @Field(() => MonetaryAmount, { nullable: true, description: "Insurance charges; null: none stated." })
  insuranceCharges!: MonetaryAmount | null;

  @Field(() => CustomsOtherCharges, { nullable: true, description: "Another charge; null: none." })
  otherCharges!: CustomsOtherCharges | null;

  @Field(() => ExportFiling, {
    nullable: true,
    description: "How an export from the United States is reported (EEI); null: nothing is stated.",
  })
  exportFiling!: ExportFiling | null;

  @Field(() => [CustomsTaxNumber], { description: "Tax numbers of seller, buyer and importer; empty: none." })
  taxNumbers!: CustomsTaxNumber[];

  @Field(() => CustomsPartyKind, { nullable: true, description: "Whether the seller trades; null: a business." })
  sellerKind!: CustomsPartyKind | null;

  @Field(() => CustomsPartyKind, { nullable: true, description: "Whether the recipient trades; null: not given." })
  recipientKind!: CustomsPartyKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the goods are of low value to customs; null: as their value says, where it is in EUR.",
  })
  isLowValue!: boolean | null;
}
