import { Arg, Ctx, Directive, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { administrators } from "../../entities/values/access.js";
import { activateCarrierAccount } from "../../shipping/account/activate-carrier-account.js";
import { archiveCarrierAccount } from "../../shipping/account/archive-carrier-account.js";
import { createCarrierAccount } from "../../shipping/account/create-carrier-account.js";
import { rotateCarrierCredentials } from "../../shipping/account/rotate-carrier-credentials.js";
import { confirmSetupStep } from "../../shipping/account/setup/confirm-setup-step.js";
import { updateCarrierAccount } from "../../shipping/account/update-carrier-account.js";
import { validateCarrierAccount } from "../../shipping/account/validate-carrier-account.js";
import {
  ActivateCarrierAccountInput,
  ArchiveCarrierAccountInput,
  ConfirmSetupStepInput,
  CreateCarrierAccountInput,
  credentialsOf,
  RotateCarrierCredentialsInput,
  UpdateCarrierAccountInput,
  ValidateCarrierAccountInput,
} from "./account-inputs.js";
import {
  ActivateCarrierAccountPayload,
  ArchiveCarrierAccountPayload,
  accountPayload,
  ConfirmSetupStepPayload,
  CreateCarrierAccountPayload,
  RotateCarrierCredentialsPayload,
  UpdateCarrierAccountPayload,
  updateAccountPayload,
  ValidateCarrierAccountPayload,
} from "./account-payload.js";

@Resolver()
export class CarrierAccountMutations {
  @Directive(administrators)
  @Mutation(() => CreateCarrierAccountPayload, {
    nullable: true,
    description: "Creates a carrier account as DRAFT. Codes: REQUIRED, INVALID, TOO_LONG, NOT_ALLOWED (environment).",
  })
  createCarrierAccount(
    @Arg("input", () => CreateCarrierAccountInput, { description: "The new account with its credentials." })
    input: CreateCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CreateCarrierAccountPayload> {
    return accountPayload(createCarrierAccount(deps, actor, { ...input, credentials: credentialsOf(input) }));
  }

  @Directive(administrators)
  @Mutation(() => UpdateCarrierAccountPayload, {
    nullable: true,
    description:
      "Changes a carrier account. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived, or another accountNumber for an active account).",
  })
  updateCarrierAccount(
    @Arg("input", () => UpdateCarrierAccountInput, { description: "The account and the fields to change." })
    input: UpdateCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<UpdateCarrierAccountPayload> {
    return updateAccountPayload(updateCarrierAccount(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => RotateCarrierCredentialsPayload, {
    nullable: true,
    description:
      "Replaces the API credentials; the next call to the carrier uses the new ones. For an active account the carrier is asked first: if it rejects them, the old ones stay in use. Codes: REQUIRED, INVALID (not a UPS account), TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived), CONFLICT, ACCOUNT_NOT_READY.",
  })
  rotateCarrierCredentials(
    @Arg("input", () => RotateCarrierCredentialsInput, { description: "The account and its new credentials." })
    input: RotateCarrierCredentialsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<RotateCarrierCredentialsPayload> {
    return accountPayload(rotateCarrierCredentials(deps, actor, { ...input, credentials: credentialsOf(input) }));
  }

  @Directive(administrators)
  @Mutation(() => ValidateCarrierAccountPayload, {
    nullable: true,
    description:
      "Checks each of the carrier's products and reports the result in `products`, with the setup step to repeat. Never creates a shipment or a document. Codes: NOT_FOUND, NOT_ALLOWED (archived), CONFLICT.",
  })
  validateCarrierAccount(
    @Arg("input", () => ValidateCarrierAccountInput, { description: "The carrier account." })
    input: ValidateCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ValidateCarrierAccountPayload> {
    return accountPayload(validateCarrierAccount(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => ConfirmSetupStepPayload, {
    nullable: true,
    description:
      "Records that a setup step which cannot be verified automatically is done, or is not, with user and time. Safe to repeat. Codes: INVALID, NOT_FOUND (account or step), NOT_ALLOWED (archived, or a step that is verified).",
  })
  confirmSetupStep(
    @Arg("input", () => ConfirmSetupStepInput, { description: "The account, the step, and whether it is done." })
    input: ConfirmSetupStepInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ConfirmSetupStepPayload> {
    return accountPayload(confirmSetupStep(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => ActivateCarrierAccountPayload, {
    nullable: true,
    description:
      "Allows the account to buy labels, once AUTHORIZATION, RATING and SHIPPING are OK; checks them unless the last check passed. In PRODUCTION the steps ADD_SHIPPING_ACCOUNT and ADD_PAYMENT_CARD must be confirmed first. Succeeds for an account that is active already. Codes: NOT_FOUND, NOT_ALLOWED (archived), CONFLICT, ACCOUNT_NOT_READY.",
  })
  activateCarrierAccount(
    @Arg("input", () => ActivateCarrierAccountInput, { description: "The carrier account." })
    input: ActivateCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ActivateCarrierAccountPayload> {
    return accountPayload(activateCarrierAccount(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => ArchiveCarrierAccountPayload, {
    nullable: true,
    description:
      "Archives the account: no new rates or labels; existing labels can still be voided. Safe to repeat. Codes: NOT_FOUND.",
  })
  archiveCarrierAccount(
    @Arg("input", () => ArchiveCarrierAccountInput, { description: "The carrier account." })
    input: ArchiveCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<ArchiveCarrierAccountPayload> {
    return accountPayload(archiveCarrierAccount(deps, actor, input));
  }
}
