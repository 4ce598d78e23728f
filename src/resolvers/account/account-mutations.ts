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
  CarrierAccountIdInput,
  ConfirmSetupStepInput,
  CreateCarrierAccountInput,
  RotateCarrierCredentialsInput,
  UpdateCarrierAccountInput,
} from "./account-inputs.js";
import { accountPayload, CarrierAccountPayload } from "./account-payload.js";

/** The fields that the graph can name so far; the carrier's adapter says which of them it needs. */
function credentialsOf({ clientId, clientSecret }: CreateCarrierAccountInput | RotateCarrierCredentialsInput) {
  return { clientId, clientSecret };
}

@Resolver()
export class CarrierAccountMutations {
  @Directive(administrators)
  @Mutation(() => CarrierAccountPayload, {
    nullable: true,
    description:
      "Enters a carrier account as DRAFT. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND (carrierCode), NOT_ALLOWED (environment).",
  })
  createCarrierAccount(
    @Arg("input", () => CreateCarrierAccountInput, { description: "The account and its credentials." })
    input: CreateCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierAccountPayload> {
    return accountPayload(createCarrierAccount(deps, actor, { ...input, credentials: credentialsOf(input) }));
  }

  @Directive(administrators)
  @Mutation(() => CarrierAccountPayload, {
    nullable: true,
    description:
      "Changes a carrier account. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived, or another accountNumber for an active account).",
  })
  updateCarrierAccount(
    @Arg("input", () => UpdateCarrierAccountInput, { description: "What changes." }) input: UpdateCarrierAccountInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierAccountPayload> {
    return accountPayload(updateCarrierAccount(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => CarrierAccountPayload, {
    nullable: true,
    description:
      "Replaces the credentials; the next call to the carrier uses the new ones. For an active account the carrier is asked first: where it does not accept them, the old ones stay in use. Codes: REQUIRED, TOO_LONG, NOT_FOUND, NOT_ALLOWED (archived), CONFLICT, ACCOUNT_NOT_READY.",
  })
  rotateCarrierCredentials(
    @Arg("input", () => RotateCarrierCredentialsInput, { description: "The new credentials." })
    input: RotateCarrierCredentialsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierAccountPayload> {
    return accountPayload(rotateCarrierCredentials(deps, actor, { ...input, credentials: credentialsOf(input) }));
  }

  @Directive(administrators)
  @Mutation(() => CarrierAccountPayload, {
    nullable: true,
    description:
      "Checks each of the carrier's products and says on `products` what was found, with the step of the setup guide to repeat. Never creates a shipment or a document. Codes: NOT_FOUND, NOT_ALLOWED (archived), CONFLICT.",
  })
  validateCarrierAccount(
    @Arg("input", () => CarrierAccountIdInput, { description: "The account." }) input: CarrierAccountIdInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierAccountPayload> {
    return accountPayload(validateCarrierAccount(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => CarrierAccountPayload, {
    nullable: true,
    description:
      "Keeps who said when that a step of the setup guide was done, or not after all, where no check can tell. Safe to repeat. Codes: NOT_FOUND (account or step), NOT_ALLOWED (archived, or a step that is verified).",
  })
  confirmSetupStep(
    @Arg("input", () => ConfirmSetupStepInput, { description: "The step." }) input: ConfirmSetupStepInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierAccountPayload> {
    return accountPayload(confirmSetupStep(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => CarrierAccountPayload, {
    nullable: true,
    description:
      "Lets the account buy labels, once AUTHORIZATION, RATING and SHIPPING are OK; checks them unless the last check was good. In PRODUCTION the steps ADD_SHIPPING_ACCOUNT and ADD_PAYMENT_CARD are confirmed first. An active account is a success. Codes: NOT_FOUND, NOT_ALLOWED (archived), CONFLICT, ACCOUNT_NOT_READY.",
  })
  activateCarrierAccount(
    @Arg("input", () => CarrierAccountIdInput, { description: "The account." }) input: CarrierAccountIdInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierAccountPayload> {
    return accountPayload(activateCarrierAccount(deps, actor, input));
  }

  @Directive(administrators)
  @Mutation(() => CarrierAccountPayload, {
    nullable: true,
    description:
      "Takes the account out of use for anything new; old shipments can still be voided. Safe to repeat. Codes: NOT_FOUND.",
  })
  archiveCarrierAccount(
    @Arg("input", () => CarrierAccountIdInput, { description: "The account." }) input: CarrierAccountIdInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierAccountPayload> {
    return accountPayload(archiveCarrierAccount(deps, actor, input));
  }
}
