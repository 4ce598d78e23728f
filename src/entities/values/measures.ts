import { Field, Float, InputType, ObjectType } from "type-graphql";
import { PackageDimensionUnit, PackageWeightUnit } from "./enums.js";

@ObjectType({ description: "A weight with its unit, as it was entered." })
export class PackageWeight {
  @Field(() => Float, { description: "How much, in `unit`." })
  value!: number;

  @Field(() => PackageWeightUnit, { description: "Unit of `value`." })
  unit!: PackageWeightUnit;
}

@InputType({ description: "A weight. Zero and negative weights are refused." })
export class PackageWeightInput {
  @Field(() => Float, { description: "How much, in `unit`; more than zero." })
  value!: number;

  @Field(() => PackageWeightUnit, {
    nullable: true,
    description: "Default: the shipping method's unit, else the usual one of the origin.",
  })
  unit?: PackageWeightUnit | null;
}

@ObjectType({ description: "Outer size of a package." })
export class PackageDimensions {
  @Field(() => Float, { description: "The longest side, in `unit`." })
  length!: number;

  @Field(() => Float, { description: "In `unit`." })
  width!: number;

  @Field(() => Float, { description: "In `unit`." })
  height!: number;

  @Field(() => PackageDimensionUnit, { description: "Unit of the three lengths." })
  unit!: PackageDimensionUnit;
}

@InputType({ description: "Outer size of a package. All three sides are more than zero." })
export class PackageDimensionsInput {
  @Field(() => Float, { description: "The longest side, in `unit`." })
  length!: number;

  @Field(() => Float, { description: "In `unit`." })
  width!: number;

  @Field(() => Float, { description: "In `unit`." })
  height!: number;

  @Field(() => PackageDimensionUnit, {
    nullable: true,
    description: "Default: the shipping method's unit, else the usual one of the origin.",
  })
  unit?: PackageDimensionUnit | null;
}
