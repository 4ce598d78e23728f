import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { PackageWeight, PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmount, MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { StoredCustomsItem } from "../../entities/values/stored-shipment-details.js";
import type { ItemInput } from "../../shipping/shipment/details-input.js";

/** What an invoice needs of each product beside what it is, in the words of descriptions. */
export const neededOnInvoice = "hsCode and originCountryCode";

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

@ObjectType({ description: "One line of the invoice." })
export class CustomsItem implements StoredCustomsItem {
  @Field(() => String, { description: "What it is." })
  description!: string;

  @Field(() => Int, { description: "How many pieces." })
  quantity!: number;

  @Field(() => MonetaryAmount, { nullable: true, description: "Value of one; null: not given yet." })
  unitValue!: MonetaryAmount | null;

  @Field(() => PackageWeight, { nullable: true, description: "Weight of one; null: not given." })
  weight!: PackageWeight | null;

  @Field(() => String, { nullable: true, description: "Stock keeping unit or part number; null: not given." })
  sku!: string | null;

  @Field(() => String, { nullable: true, description: "Harmonised System code; null: not given yet." })
  hsCode!: string | null;

  @Field(() => String, { nullable: true, description: "Country where it was made; null: not given yet." })
  originCountryCode!: string | null;
}
