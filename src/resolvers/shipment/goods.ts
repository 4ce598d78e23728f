import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { PackageWeight, PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmount, MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { StoredCustomsItem } from "../../entities/values/stored-shipment-details.js";
import type { ItemInput } from "../../shipping/shipment/details-input.js";

/** What an invoice needs of each product beside what it is, in the words of descriptions. */
export const neededOnInvoice = "hsCode and originCountryCode";

const text = {
  manufacturerProductId:
    "Manufacturer's own number of the product, at most 35 characters. For sales to consumers in the European Union customs ask for sku, and for it or the gtin.",
  gtin: "GTIN of the product, the number of its barcode; it has 8, 12, 13 or 14 digits.",
};

@InputType({ description: "Goods inside a package. Required for customs when the package crosses a border." })
export class PackedItemInput implements ItemInput {
  @Field(() => ID, { nullable: true, description: "Product id in the catalog service." })
  productId?: string | null;

  @Field(() => String, { nullable: true, description: "SKU (stock keeping unit)." })
  sku?: string | null;

  @Field(() => String, {
    description:
      "Description of the goods, at most 255 characters; 105 on an invoice. UPS accepts 50 characters for all goods of a shipment and 35 for a return: where there are more, a carrier message of the purchase quotes what was sent.",
  })
  description!: string;

  @Field(() => Int, { description: "Number of units in the package; at least 1." })
  quantity!: number;

  @Field(() => MonetaryAmountInput, {
    nullable: true,
    description: "Value per unit. The values of all items make up the customs value of the goods.",
  })
  unitValue?: MonetaryAmountInput | null;

  @Field(() => PackageWeightInput, { nullable: true, description: "Weight per unit." })
  weight?: PackageWeightInput | null;

  @Field(() => String, {
    nullable: true,
    description: "HS code (Harmonised System), 6 to 15 characters. Required for a commercial invoice.",
  })
  hsCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Country of origin, ISO 3166-1 alpha-2. Required for a commercial invoice.",
  })
  originCountryCode?: string | null;

  @Field(() => String, { nullable: true, description: text.manufacturerProductId })
  manufacturerProductId?: string | null;

  @Field(() => String, { nullable: true, description: text.gtin })
  gtin?: string | null;
}

@InputType({ description: "One line of the commercial invoice." })
export class CustomsItemInput implements ItemInput {
  @Field(() => String, {
    description: "Description of the goods, at most 105 characters: UPS prints three lines of 35.",
  })
  description!: string;

  @Field(() => Int, { description: "Number of units; 1 to 9999999." })
  quantity!: number;

  @Field(() => MonetaryAmountInput, { description: "Value per unit, at most six decimals." })
  unitValue!: MonetaryAmountInput;

  @Field(() => PackageWeightInput, { nullable: true, description: "Weight per unit." })
  weight?: PackageWeightInput | null;

  @Field(() => String, { nullable: true, description: "SKU or part number; at most 35 characters." })
  sku?: string | null;

  @Field(() => String, { description: "HS code (Harmonised System), 6 to 15 characters." })
  hsCode!: string;

  @Field(() => String, { description: "Country of origin, ISO 3166-1 alpha-2." })
  originCountryCode!: string;

  @Field(() => String, { nullable: true, description: text.manufacturerProductId })
  manufacturerProductId?: string | null;

  @Field(() => String, { nullable: true, description: text.gtin })
  gtin?: string | null;
}

@ObjectType({ description: "One line of the commercial invoice." })
export class CustomsItem implements StoredCustomsItem {
  @Field(() => String, { description: "Description of the goods." })
  description!: string;

  @Field(() => Int, { description: "Number of units." })
  quantity!: number;

  @Field(() => MonetaryAmount, { nullable: true, description: "Value per unit; null: not given yet." })
  unitValue!: MonetaryAmount | null;

  @Field(() => PackageWeight, { nullable: true, description: "Weight per unit; null: not given." })
  weight!: PackageWeight | null;

  @Field(() => String, { nullable: true, description: "SKU or part number; null: not given." })
  sku!: string | null;

  @Field(() => String, { nullable: true, description: "HS code (Harmonised System); null: not given yet." })
  hsCode!: string | null;

  @Field(() => String, { nullable: true, description: "Country of origin, ISO 3166-1 alpha-2; null: not given yet." })
  originCountryCode!: string | null;

  @Field(() => String, { nullable: true, description: "Manufacturer's own number of the product; null: not given." })
  manufacturerProductId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "GTIN of the product, the number of its barcode; null: not given.",
  })
  gtin!: string | null;
}
