import { Field, ID, InputType } from "type-graphql";
import { PackageDimensionsInput, PackageWeightInput } from "../../entities/values/measures.js";
import type { TemplateChanges, TemplateChangesInput, TemplateFilter } from "../../shipping/packing/template-input.js";
import { nullIsAbsent } from "../cleared-fields.js";

const text = {
  name: "Display name, at most 255 characters.",
  inner:
    "Inner dimensions: what goods must fit into. Height is upwards. No side is longer than that of outerDimensions. The unit is required.",
  outer: "Outer dimensions: what the carrier is told of the package. The unit is required.",
  tare: "Weight of the empty box with its padding, less than maxWeight. The unit is required.",
  most: "The most the package may weigh, tare included. What the carrier takes is a limit besides. The unit is required.",
  packageType: "Package type code of the carrier, for example UPS_CUSTOMER_PACKAGE or UPS_LETTER.",
};

@InputType({ description: `A new package template. ${nullIsAbsent}` })
export class CreatePackageTemplateInput implements TemplateChanges {
  @Field(() => String, { description: text.name })
  name!: string;

  @Field(() => PackageDimensionsInput, { description: text.inner })
  innerDimensions!: PackageDimensionsInput;

  @Field(() => PackageDimensionsInput, { nullable: true, description: `${text.outer} Default: the inner ones.` })
  outerDimensions?: PackageDimensionsInput | null;

  @Field(() => PackageWeightInput, { nullable: true, description: `${text.tare} Default: zero.` })
  tareWeight?: PackageWeightInput | null;

  @Field(() => PackageWeightInput, { description: text.most })
  maxWeight!: PackageWeightInput;

  @Field(() => String, { description: text.packageType })
  packageType!: string;
}

@InputType({
  description:
    "Changes to a package template. Absent fields stay unchanged. Null is refused with INVALID: nothing of a template can be empty.",
})
export class UpdatePackageTemplateInput implements TemplateChangesInput {
  @Field(() => ID, { description: "Id of the template: one that is not archived." })
  packageTemplateId!: string;

  @Field(() => String, { nullable: true, description: text.name })
  name?: string | null;

  @Field(() => PackageDimensionsInput, { nullable: true, description: text.inner })
  innerDimensions?: PackageDimensionsInput | null;

  @Field(() => PackageDimensionsInput, { nullable: true, description: text.outer })
  outerDimensions?: PackageDimensionsInput | null;

  @Field(() => PackageWeightInput, { nullable: true, description: text.tare })
  tareWeight?: PackageWeightInput | null;

  @Field(() => PackageWeightInput, { nullable: true, description: text.most })
  maxWeight?: PackageWeightInput | null;

  @Field(() => String, { nullable: true, description: text.packageType })
  packageType?: string | null;
}

@InputType({ description: "The package template to archive." })
export class ArchivePackageTemplateInput {
  @Field(() => ID, { description: "Id of the package template." })
  packageTemplateId!: string;
}

@InputType({ description: "Conditions on package templates. Null is the same as absent: no condition." })
export class PackageTemplateFilter implements TemplateFilter {
  @Field(() => Boolean, { nullable: true, description: "Whether to include archived templates. Default: false." })
  includeArchived?: boolean | null;
}
