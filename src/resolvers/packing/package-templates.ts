import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { PackageTemplate } from "../../entities/package-template.js";
import { administrators, readers } from "../../entities/values/access.js";
import { archivePackageTemplate } from "../../shipping/packing/archive-package-template.js";
import { createPackageTemplate } from "../../shipping/packing/create-package-template.js";
import { listPackageTemplates } from "../../shipping/packing/list-package-templates.js";
import { updatePackageTemplate } from "../../shipping/packing/update-package-template.js";
import { CarrierPackageType } from "../carrier/carrier.js";
import { type ConnectionOf, connectionOf, connectionType, PageArgs, pageRequest } from "../page.js";
import {
  ArchivePackageTemplateInput,
  CreatePackageTemplateInput,
  PackageTemplateFilter,
  UpdatePackageTemplateInput,
} from "./template-inputs.js";
import {
  ArchivePackageTemplatePayload,
  CreatePackageTemplatePayload,
  templatePayload,
  UpdatePackageTemplatePayload,
  updateTemplatePayload,
} from "./template-payload.js";

const PackageTemplateConnection = connectionType("PackageTemplate", PackageTemplate);

@Resolver(() => PackageTemplate)
export class PackageTemplateResolver {
  @FieldResolver(() => CarrierPackageType, {
    nullable: true,
    description: "Package type of the carrier; null: it is no longer supported.",
  })
  packageType(@Root() { packageTypeCode }: PackageTemplate, @Ctx() { deps }: Context): CarrierPackageType | null {
    const types = [...deps.carriers.values()].flatMap(({ catalogue }) => catalogue.packageTypes(null));
    return types.find(({ code }) => code === packageTypeCode) ?? null;
  }

  @Directive(readers)
  @Query(() => PackageTemplate, { nullable: true, description: "A package template by its id; null: not found." })
  packageTemplate(
    @Arg("id", () => ID, { description: "Id of the package template, archived or not." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<PackageTemplate | null> {
    return loaders.templateById.load(id);
  }

  @Directive(readers)
  @Query(() => PackageTemplateConnection, {
    nullable: true,
    description: "Package templates, newest first; archived ones only when requested.",
  })
  async packageTemplates(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PackageTemplateFilter, {
      nullable: true,
      description: "Conditions the templates must meet; null: all that are not archived.",
    })
    filter: PackageTemplateFilter | null,
    @Ctx() { deps, actor }: Context,
  ): Promise<ConnectionOf<PackageTemplate>> {
    return connectionOf(await listPackageTemplates(deps, actor, pageRequest(page), filter ?? {}));
  }

  @Directive(administrators)
  @Mutation(() => CreatePackageTemplatePayload, {
    nullable: true,
    description:
      "Creates a package template, into which goods are packed from then on. Codes: REQUIRED, INVALID (sizes, weights, or an unknown package type), TOO_LONG, NOT_ALLOWED (too many are in use).",
  })
  createPackageTemplate(
    @Arg("input", () => CreatePackageTemplateInput, { description: "The new package template." })
    input: CreatePackageTemplateInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CreatePackageTemplatePayload> {
    return templatePayload(createPackageTemplate(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => UpdatePackageTemplatePayload, {
    nullable: true,
    description:
      "Changes a package template; existing shipments keep their packages. Codes: REQUIRED, INVALID (sizes, weights, or an unknown package type), TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived).",
  })
  updatePackageTemplate(
    @Arg("input", () => UpdatePackageTemplateInput, { description: "The template and the fields to change." })
    input: UpdatePackageTemplateInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<UpdatePackageTemplatePayload> {
    return updateTemplatePayload(updatePackageTemplate(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => ArchivePackageTemplatePayload, {
    nullable: true,
    description: "Archives a package template: nothing is packed into it any more. Safe to repeat. Codes: NOT_FOUND.",
  })
  archivePackageTemplate(
    @Arg("input", () => ArchivePackageTemplateInput, { description: "The package template to archive." })
    input: ArchivePackageTemplateInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ArchivePackageTemplatePayload> {
    return templatePayload(archivePackageTemplate(deps, actor, input));
  }
}
