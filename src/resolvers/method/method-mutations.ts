import { Arg, Ctx, Directive, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { administrators } from "../../entities/values/access.js";
import { archiveShippingMethod } from "../../shipping/method/archive-shipping-method.js";
import { createShippingMethod } from "../../shipping/method/create-shipping-method.js";
import { importLegacyShippingMethod } from "../../shipping/method/import-legacy-shipping-method.js";
import { replaceLegacyShippingMethod } from "../../shipping/method/replace-legacy-shipping-method.js";
import { updateShippingMethod } from "../../shipping/method/update-shipping-method.js";
import { ImportLegacyShippingMethodInput } from "./import-legacy-input.js";
import {
  ArchiveShippingMethodInput,
  CreateShippingMethodInput,
  ReplaceLegacyShippingMethodInput,
  UpdateShippingMethodInput,
} from "./method-inputs.js";
import {
  ArchiveShippingMethodPayload,
  CreateShippingMethodPayload,
  ImportLegacyShippingMethodPayload,
  methodPayload,
  ReplaceLegacyShippingMethodPayload,
  UpdateShippingMethodPayload,
  updateMethodPayload,
} from "./method-payload.js";
import { sourcesOf } from "./ups-configuration.js";

const configurationCodes =
  "REQUIRED, INVALID (unknown, or a unit UPS does not accept from the account's country), TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED (not available, or not allowed with the service)";

@Resolver()
export class ShippingMethodMutations {
  @Directive(administrators)
  @Mutation(() => CreateShippingMethodPayload, {
    nullable: true,
    description: `Creates a shipping method. Codes: ${configurationCodes}.`,
  })
  createShippingMethod(
    @Arg("input", () => CreateShippingMethodInput, { description: "The new shipping method." })
    input: CreateShippingMethodInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CreateShippingMethodPayload> {
    return methodPayload(createShippingMethod(deps, actor, { ...input, ...sourcesOf(input) }));
  }

  @Directive(administrators)
  @Mutation(() => UpdateShippingMethodPayload, {
    nullable: true,
    description: `Changes a shipping method; existing shipments and quotes keep the settings they were made with. NOT_ALLOWED also for archived and UPS_LEGACY methods. Codes: ${configurationCodes}.`,
  })
  updateShippingMethod(
    @Arg("input", () => UpdateShippingMethodInput, { description: "The method and the fields to change." })
    input: UpdateShippingMethodInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<UpdateShippingMethodPayload> {
    return updateMethodPayload(updateShippingMethod(deps, actor, { ...input, ...sourcesOf(input) }));
  }

  @Directive(administrators)
  @Mutation(() => ArchiveShippingMethodPayload, {
    nullable: true,
    description: "Archives a shipping method; existing shipments keep it. Safe to repeat. Codes: NOT_FOUND.",
  })
  archiveShippingMethod(
    @Arg("input", () => ArchiveShippingMethodInput, { description: "The shipping method to archive." })
    input: ArchiveShippingMethodInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ArchiveShippingMethodPayload> {
    return methodPayload(archiveShippingMethod(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => ImportLegacyShippingMethodPayload, {
    nullable: true,
    description:
      "Imports a method of UPS's older integration as a UPS_LEGACY method, which is read and replaced but never quoted. Safe to repeat: the same externalReference with the same values returns the method imported first, with other values CONFLICT. Codes: REQUIRED, INVALID, TOO_LONG, CONFLICT, NOT_FOUND, NOT_ALLOWED (the place).",
  })
  importLegacyShippingMethod(
    @Arg("input", () => ImportLegacyShippingMethodInput, { description: "The legacy method with its settings." })
    input: ImportLegacyShippingMethodInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ImportLegacyShippingMethodPayload> {
    return methodPayload(importLegacyShippingMethod(deps, actor, { ...input, carrierCode: "UPS" }));
  }

  @Directive(administrators)
  @Mutation(() => ReplaceLegacyShippingMethodPayload, {
    nullable: true,
    description: `Archives a UPS_LEGACY method and creates another with the same name and rules in its place. NOT_ALLOWED also for methods that are not legacy or were replaced before. Codes: ${configurationCodes}.`,
  })
  replaceLegacyShippingMethod(
    @Arg("input", () => ReplaceLegacyShippingMethodInput, {
      description: "The legacy method, and the settings of its replacement.",
    })
    input: ReplaceLegacyShippingMethodInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ReplaceLegacyShippingMethodPayload> {
    return methodPayload(replaceLegacyShippingMethod(deps, actor, { ...input, ...sourcesOf(input) }));
  }
}
