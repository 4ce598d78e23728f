import { Field, Float, InputType, ObjectType } from "type-graphql";
import { PackageDimensionUnit, PackageWeightUnit } from "./enums.js";

@ObjectType({ description: "A weight and its unit, as entered." })
export class PackageWeight {
  @Field(() => Float, { description: "Weight, in `unit`." })
  value!: number;

  @Field(() => PackageWeightUnit, { description: "Unit of `value`." })
  unit!: PackageWeightUnit;
}

@InputType({ description: "A weight and its unit. Zero and negative weights are refused." })
export class PackageWeightInput {
  @Field(() => Float, { description: "Weight, in `unit`; greater than zero." })
  value!: number;

  @Field(() => PackageWeightUnit, {
    nullable: true,
    description: "Unit of the value. Default: the shipping method's unit, else the usual one of the origin.",
  })
  unit?: PackageWeightUnit | null;
}

@ObjectType({ description: "Outer dimensions of a package." })
export class PackageDimensions {
  @Field(() => Float, { description: "Length, the longest side, in `unit`." })
  length!: number;

  @Field(() => Float, { description: "Width, in `unit`." })
  width!: number;

  @Field(() => Float, { description: "Height, in `unit`." })
  height!: number;

  @Field(() => PackageDimensionUnit, { description: "Unit of length, width and height." })
  unit!: PackageDimensionUnit;
}

@InputType({
  description:
    "Outer dimensions of a package. All three sides are greater than zero. UPS accepts at most 108 in (274 cm) for the longest side, and 165 in (in metric countries 400 cm) for length and girth combined: length + 2 x (width + height).",
})
export class PackageDimensionsInput {
  @Field(() => Float, { description: "Length, the longest side, in `unit`." })
  length!: number;

  @Field(() => Float, { description: "Width, in `unit`." })
  width!: number;

  @Field(() => Float, { description: "Height, in `unit`." })
  height!: number;

  @Field(() => PackageDimensionUnit, {
    nullable: true,
    description: "Unit of the value. Default: the shipping method's unit, else the usual one of the origin.",
  })
  unit?: PackageDimensionUnit | null;
}
