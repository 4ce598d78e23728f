import { Directive, Field, Float, Int, ObjectType } from "type-graphql";
import { PackageTemplate } from "../../entities/package-template.js";
import { readers } from "../../entities/values/access.js";
import { describedEnum } from "../../entities/values/described-enum.js";
import { PackageDimensions, PackageWeight } from "../../entities/values/measures.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { PackingMethod, Placement, PlannedBox, UnpackedReason } from "../../shipping/packing/packing-plan.js";

const PackingMethods = describedEnum("PackingMethod", "How the contents of a box were found to fit.", {
  ARRANGED: "Each piece has its place: nothing overlaps.",
  BY_VOLUME: "Weight and volume fit, with room to spare: there were too many pieces to arrange each.",
  BY_WEIGHT: "The weight fits. The size of a piece, or of the box, is not known.",
  OWN_PACKAGING: "One piece that ships as it is, in its own packaging.",
} satisfies Record<PackingMethod, string>);

const UnpackedReasons = describedEnum("UnpackedReason", "Why goods are in no box.", {
  TOO_HEAVY: "One piece is heavier than any package may be.",
  TOO_LARGE: "One piece fits none of the packages that carry its weight.",
  TOO_MANY_PACKAGES: "They would need more packages than allowed.",
} satisfies Record<UnpackedReason, string>);

const BillableWeightBasis = describedEnum("BillableWeightBasis", "What the carrier bills a package by.", {
  ACTUAL: "What it weighs.",
  DIMENSIONAL: "What its size stands for, which is more than it weighs.",
} satisfies Record<PlannedBox["billable"]["basis"], string>);

@ObjectType({ description: "The weight a carrier bills, before it rounds it to the steps of its rates, and why." })
export class PackingBillableWeight {
  @Field(() => PackageWeight, { description: "The weight that is billed." })
  weight!: PackageWeight;

  @Field(() => BillableWeightBasis, { description: "What it is billed by: decide on this." })
  basis!: PlannedBox["billable"]["basis"];

  @Field(() => PackageWeight, {
    nullable: true,
    description: "What the size of the package stands for; null: it has none, or the carrier does not go by it.",
  })
  dimensionalWeight!: PackageWeight | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The carrier's published divisor: cubic inches to the pound, or cubic centimetres to the kilogram, by the unit of dimensionalWeight. A contract may have another. Null: as for dimensionalWeight.",
  })
  divisor!: number | null;

  @Field(() => String, { description: "Explanation in English for display; the wording may change." })
  explanation!: string;
}

@ObjectType({
  description:
    "Where one piece lies in its box: its corner next to the inner corner of the box, and its sides as it is turned; in the unit of the template's inner dimensions.",
})
class PackingPlacement implements Placement {
  @Field(() => Float, { description: "Distance along the length of the box." })
  x!: number;

  @Field(() => Float, { description: "Distance along the width of the box." })
  y!: number;

  @Field(() => Float, { description: "Distance from the bottom of the box." })
  z!: number;

  @Field(() => Float, { description: "Extent along the length of the box." })
  length!: number;

  @Field(() => Float, { description: "Extent along the width of the box." })
  width!: number;

  @Field(() => Float, { description: "Extent upwards." })
  height!: number;
}

@ObjectType({ description: "Pieces of one item in a box." })
export class PackingBoxItem {
  @Field(() => Int, { description: "Index of the item in the input, from 0." })
  itemIndex!: number;

  @Field(() => String, { nullable: true, description: "Product id, as given; null: not given." })
  productId!: string | null;

  @Field(() => String, { nullable: true, description: "SKU, as given; null: not given." })
  sku!: string | null;

  @Field(() => String, { description: "Description of the goods." })
  description!: string;

  @Field(() => Int, { description: "Number of pieces in this box." })
  quantity!: number;

  @Field(() => [PackingPlacement], {
    description: "Where each piece lies; empty: they have no places, see the method of the box.",
  })
  placements!: Placement[];
}

@ObjectType({ description: "One package of a packing plan." })
export class PackingBox {
  @Directive(readers)
  @Field(() => PackageTemplate, {
    nullable: true,
    description: "The template it is packed into; null: none, see method.",
  })
  packageTemplate!: PlannedBox["template"];

  @Directive(readers)
  @Field(() => String, {
    nullable: true,
    description: "Package type code, for example UPS_CUSTOMER_PACKAGE; null: it is not for you to see.",
  })
  packageType!: string | null;

  @Field(() => PackingMethods, { description: "How its contents were found to fit." })
  method!: PackingMethod;

  @Field(() => [PackingBoxItem], { description: "The goods inside, one entry for each kind." })
  items!: PackingBoxItem[];

  @Field(() => PackageDimensions, { nullable: true, description: "Outer dimensions; null: not known." })
  dimensions!: PackageDimensions | null;

  @Field(() => PackageWeight, { description: "Weight of the contents and of the empty box together." })
  grossWeight!: PackageWeight;

  @Field(() => PackingBillableWeight, { description: "What the carrier bills the package by, and why." })
  billableWeight!: PackingBillableWeight;
}

@ObjectType({ description: "Pieces of one item that are in no box." })
export class UnpackedItem {
  @Field(() => Int, { description: "Index of the item in the input, from 0." })
  itemIndex!: number;

  @Field(() => Int, { description: "Number of pieces." })
  quantity!: number;

  @Field(() => UnpackedReasons, { description: "Why they are not packed: decide on this." })
  reason!: UnpackedReason;

  @Field(() => String, { description: "Explanation in English for display; the wording may change." })
  message!: string;
}

@ObjectType({ description: "A packing plan, or the errors in the input." })
export class PackItemsPayload {
  @Field(() => [PackingBox], { description: "The packages, the one with the largest goods first; empty on errors." })
  boxes!: PackingBox[];

  @Field(() => [UnpackedItem], { description: "Goods that are in no box; empty: everything is packed." })
  unpacked!: UnpackedItem[];

  @Field(() => [ShippingUserError], { description: "Errors in the input; empty on success." })
  userErrors!: ShippingUserError[];
}
