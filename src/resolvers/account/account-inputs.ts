import { Field, ID, InputType } from "type-graphql";
import { CarrierEnvironment } from "../../entities/values/account-enums.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import { UrlScalar } from "../../entities/values/scalars.js";
import { SetupStepKey } from "../../entities/values/setup-step-key.js";
import type {
  AccountChangesInput,
  CredentialsInput,
  NewAccountInput,
  NewCredentialsInput,
} from "../../shipping/account/account-input.js";
import type { StepConfirmation } from "../../shipping/account/setup/confirm-setup-step.js";
import { nullIsAbsent, nullRule } from "../cleared-fields.js";

const accountNumberText =
  "The shipping account's number as text: six letters or digits, leading zeros kept, letters in upper or lower case. UPS shows it under Profile, Accounts and Payment.";
const addressText =
  "The account's registered address: UPS's shipper address, which rates are based on, and the default ship-from address.";
const callbackText =
  "Callback URL as entered in the developer portal: https, without www and without a user name. For your records only: this service does not use it.";

@InputType({
  description: "Credentials of the app in UPS's developer portal: see My Apps, Credentials. They are never returned.",
})
class UpsCredentialsInput {
  @Field(() => String, { description: "UPS Client ID of the app, at most 255 characters. Returned masked only." })
  clientId!: string;

  @Field(() => String, {
    description:
      "UPS Client Secret of the app. Write-only; surrounding spaces are trimmed. clientSecretFingerprint tells which one is in use.",
  })
  clientSecret!: string;
}

/** The only credentials that the graph can name so far; a second carrier's stand beside `ups`. */
export function credentialsOf({ ups }: { ups: UpsCredentialsInput }): CredentialsInput {
  return { carrierCode: "UPS", at: ["input", "ups"], texts: { ...ups } };
}

@InputType({ description: `A new carrier account; it is created as DRAFT. ${nullIsAbsent}` })
export class CreateCarrierAccountInput implements Omit<NewAccountInput, "credentials"> {
  @Field(() => String, { description: "Your name for the account, at most 255 characters." })
  name!: string;

  @Field(() => CarrierEnvironment, { description: "Environment the account works in; cannot be changed later." })
  environment!: CarrierEnvironment;

  @Field(() => String, { description: `UPS Account Number. ${accountNumberText}` })
  accountNumber!: string;

  @Field(() => UpsCredentialsInput, {
    description: "UPS's API credentials. They make it a UPS account, the only carrier available so far.",
  })
  ups!: UpsCredentialsInput;

  @Field(() => PostalAddressInput, { description: addressText })
  address!: PostalAddressInput;

  @Field(() => String, {
    nullable: true,
    description: "Type of the shipping account, for example Business. For your records only.",
  })
  accountType?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether packages with regulated items may be shipped with this account. Default: false.",
  })
  shipsRegulatedItems?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "App Name as entered in the developer portal, at most 255 characters.",
  })
  appName?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: callbackText })
  callbackUrl?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Check the carrier's products immediately, as validateCarrierAccount does. Default: false.",
  })
  validate?: boolean | null;
}

@InputType({
  description: `Changes to a carrier account. ${nullRule("accountType, appName and callbackUrl")} Carrier and environment are fixed; rotateCarrierCredentials changes the credentials.`,
})
export class UpdateCarrierAccountInput implements AccountChangesInput {
  @Field(() => ID, { description: "Id of the carrier account." })
  carrierAccountId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Your name for the account, at most 255 characters.",
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Drafts only; earlier product checks become void. ${accountNumberText}`,
  })
  accountNumber?: string | null;

  @Field(() => PostalAddressInput, { nullable: true, description: `${addressText} Replaced whole.` })
  address?: PostalAddressInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Type of the shipping account, for example Business. For your records only. Null clears it.",
  })
  accountType?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether packages with regulated items may be shipped with this account.",
  })
  shipsRegulatedItems?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "App Name as entered in the developer portal, at most 255 characters. Null clears it.",
  })
  appName?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: `${callbackText} Null clears it.` })
  callbackUrl?: string | null;
}

@InputType({ description: "New API credentials of a carrier account." })
export class RotateCarrierCredentialsInput implements Omit<NewCredentialsInput, "credentials"> {
  @Field(() => ID, { description: "Id of the carrier account." })
  carrierAccountId!: string;

  @Field(() => UpsCredentialsInput, {
    description: "New API credentials of a UPS account: both of them, also if one is unchanged.",
  })
  ups!: UpsCredentialsInput;
}

@InputType({ description: "Confirmation of a setup step by an operator." })
export class ConfirmSetupStepInput implements StepConfirmation {
  @Field(() => ID, { description: "Id of the carrier account." })
  carrierAccountId!: string;

  @Field(() => SetupStepKey, { description: "The step to confirm, for example ADD_PAYMENT_CARD." })
  stepKey!: SetupStepKey;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: the step is done. False: it is not; a step whose value is stored on the account stays CONFIRMED. Default: true; null is refused with INVALID.",
  })
  isConfirmed?: boolean | null;
}

/** Each mutation has an input of its own, so that one can grow without the others. */
@InputType()
abstract class AccountIdInput {
  @Field(() => ID, { description: "Id of the carrier account." })
  carrierAccountId!: string;
}

@InputType({ description: "The carrier account to check." })
export class ValidateCarrierAccountInput extends AccountIdInput {}

@InputType({ description: "The carrier account to activate." })
export class ActivateCarrierAccountInput extends AccountIdInput {}

@InputType({ description: "The carrier account to archive." })
export class ArchiveCarrierAccountInput extends AccountIdInput {}
