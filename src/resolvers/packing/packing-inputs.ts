import { Field, ID, InputType, Int } from "type-graphql";
import { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type {
  PackableItemInput as ItemValues,
  PackItemsInput as PackItemsValues,
} from "../../shipping/packing/items-input.js";

@InputType({ description: `Goods that are to be packed: pieces of one kind. Null is the same as absent.` })
export class PackableItemInput implements ItemValues {
  @Field(() => ID, { nullable: true, description: "Product id in the catalog service." })
  productId?: string | null;

  @Field(() => String, { nullable: true, description: "SKU (stock keeping unit)." })
  sku?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Description of the goods, at most 255 characters. Default: the SKU.",
  })
  description?: string | null;

  @Field(() => Int, { description: "Number of pieces; at least 1, and at most 1000 over all items." })
  quantity!: number;

  @Field(() => PackageWeightInput, { nullable: true, description: "Weight of one piece. REQUIRED: none is guessed." })
  weight?: PackageWeightInput | null;

  @Field(() => PackageDimensionsInput, {
    nullable: true,
    description:
      "Size of one piece; height is upwards. Without it the piece is packed by its weight alone, and its box says so.",
  })
  dimensions?: PackageDimensionsInput | null;

  @Field(() => MonetaryAmountInput, { nullable: true, description: "Value per piece." })
  unitValue?: MonetaryAmountInput | null;

  @Field(() => String, { nullable: true, description: "HS code (Harmonised System), for customs." })
  hsCode?: string | null;

  @Field(() => String, { nullable: true, description: "Country of origin, ISO 3166-1 alpha-2, for customs." })
  originCountryCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Ship alone: each piece has a package of its own. Where it fits no template and has a size, it ships as it is. Default: false.",
  })
  shipAlone?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "This side up: it may be turned about, and is never laid on another side. Default: false.",
  })
  keepUpright?: boolean | null;
}

@InputType({ description: "Goods to pack, and into what. Null is the same as absent." })
export class PackItemsInput implements PackItemsValues {
  @Field(() => [PackableItemInput], { description: "The goods." })
  items!: PackableItemInput[];

  @Field(() => [ID], {
    nullable: true,
    description:
      "Package templates to pack into. Default: all that are not archived. Empty: none, so that goods are packed by their weight alone.",
  })
  packageTemplateIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "At most so many packages; what needs more is in `unpacked`. Default: as many as the carrier takes.",
  })
  maxPackages?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Country from which it is shipped, ISO 3166-1 alpha-2: it decides on units and the carrier's limits. Default: that of the default carrier account, else of the oldest one.",
  })
  originCountryCode?: string | null;
}
