import { Field, ObjectType } from "type-graphql";
import { PackageTemplate } from "../../entities/package-template.js";
import { ShippingUserError } from "../../entities/values/user-error.js";
import type { Change } from "../../shipping/null-rule.js";
import type { Result } from "../../shipping/result.js";
import { clearedFieldsText } from "../cleared-fields.js";

/** What all of them answer today. Each mutation has a payload of its own, so that one can grow without the others. */
@ObjectType()
abstract class TemplatePayload {
  @Field(() => PackageTemplate, {
    nullable: true,
    description: "The package template as it is now; null: see userErrors.",
  })
  packageTemplate!: PackageTemplate | null;

  @Field(() => [ShippingUserError], { description: "Errors in the input, or refusals; empty on success." })
  userErrors!: ShippingUserError[];
}

@ObjectType({ description: "The new package template, or the errors that prevented it." })
export class CreatePackageTemplatePayload extends TemplatePayload {}

@ObjectType({ description: "The updated package template, or the errors that prevented the change." })
export class UpdatePackageTemplatePayload extends TemplatePayload {
  @Field(() => [String], { description: clearedFieldsText })
  clearedFields!: string[];
}

@ObjectType({ description: "The archived package template, or why it was not archived." })
export class ArchivePackageTemplatePayload extends TemplatePayload {}

export async function updateTemplatePayload(
  result: Promise<Result<Change<PackageTemplate>>>,
): Promise<UpdatePackageTemplatePayload> {
  const { value, userErrors } = await result;
  return { packageTemplate: value?.row ?? null, clearedFields: value?.clearedFields ?? [], userErrors };
}

export async function templatePayload(result: Promise<Result<PackageTemplate>>): Promise<TemplatePayload> {
  const { value, userErrors } = await result;
  return { packageTemplate: value, userErrors };
}
