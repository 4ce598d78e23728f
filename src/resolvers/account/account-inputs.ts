import { Field, ID, InputType } from "type-graphql";
import { CarrierEnvironment } from "../../entities/values/account-enums.js";
import { PostalAddressInput } from "../../entities/values/postal-address.js";
import { UrlScalar } from "../../entities/values/scalars.js";
import type {
  AccountChangesInput,
  NewAccountInput,
  NewCredentialsInput,
} from "../../shipping/account/account-input.js";
import type { StepConfirmation } from "../../shipping/account/setup/confirm-setup-step.js";

const accountNumberText =
  "The shipping account's number as text: six letters or digits, leading zeros kept, small letters made capital. UPS shows it under Profile, Accounts and Payment.";
const clientIdText =
  "Client ID of the app in the carrier's developer portal, at most 255 characters. Read back masked only.";
const clientSecretText = "Client Secret of the app. Goes in and never comes out; surrounding blanks are dropped.";
const addressText = "The account's registered address: the shipper that UPS rates from, and the default sender.";
const callbackText =
  "Callback URL as given in the developer portal: https, without www and without a user name. For your records: this service does not use it.";

@InputType({ description: "A carrier account to enter. It begins as DRAFT." })
export class CreateCarrierAccountInput implements Omit<NewAccountInput, "credentials"> {
  @Field(() => String, { description: "Which carrier, for example UPS." })
  carrierCode!: string;

  @Field(() => String, { description: "Your own name for the account, at most 255 characters." })
  name!: string;

  @Field(() => CarrierEnvironment, { description: "Which world it belongs to; cannot change later." })
  environment!: CarrierEnvironment;

  @Field(() => String, { nullable: true, description: `Required (UPS Account Number). ${accountNumberText}` })
  accountNumber?: string | null;

  @Field(() => String, { nullable: true, description: `Required (UPS Client ID). ${clientIdText}` })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: `Required (UPS Client Secret). ${clientSecretText}` })
  clientSecret?: string | null;

  @Field(() => PostalAddressInput, { description: addressText })
  address!: PostalAddressInput;

  @Field(() => String, {
    nullable: true,
    description: "Type of the shipping account, for example Business. For information.",
  })
  accountType?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether regulated items may be shipped. Default: false." })
  shipsRegulatedItems?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "App Name as given in the developer portal, at most 255 characters.",
  })
  appName?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: callbackText })
  callbackUrl?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Check the carrier's products at once, as validateCarrierAccount does. Default: false.",
  })
  validate?: boolean | null;
}

@InputType({
  description:
    "Changes to a carrier account: what is absent stays. Carrier and environment are fixed; credentials are changed with rotateCarrierCredentials.",
})
export class UpdateCarrierAccountInput implements AccountChangesInput {
  @Field(() => ID, { description: "The account." })
  carrierAccountId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Your own name for the account, at most 255 characters. Null: unchanged.",
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Drafts only; what was checked before counts no more. Null: unchanged. ${accountNumberText}`,
  })
  accountNumber?: string | null;

  @Field(() => PostalAddressInput, { nullable: true, description: `${addressText} Replaced whole. Null: unchanged.` })
  address?: PostalAddressInput | null;

  @Field(() => String, { nullable: true, description: "Type of the shipping account. Null: cleared." })
  accountType?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether regulated items may be shipped. Null: unchanged." })
  shipsRegulatedItems?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "App Name as given in the developer portal, at most 255 characters. Null: cleared.",
  })
  appName?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: `${callbackText} Null: cleared.` })
  callbackUrl?: string | null;
}

@InputType({ description: "New credentials of a carrier account." })
export class RotateCarrierCredentialsInput implements Omit<NewCredentialsInput, "credentials"> {
  @Field(() => ID, { description: "The account." })
  carrierAccountId!: string;

  @Field(() => String, { nullable: true, description: `Required, also when unchanged. ${clientIdText}` })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: `Required. ${clientSecretText}` })
  clientSecret?: string | null;
}

@InputType({ description: "A person's word on a step of the setup guide." })
export class ConfirmSetupStepInput implements StepConfirmation {
  @Field(() => ID, { description: "The account." })
  carrierAccountId!: string;

  @Field(() => String, { description: "The step's key, for example ADD_PAYMENT_CARD." })
  stepKey!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: it was done. False: not after all; a step whose value the account holds stays CONFIRMED. Default: true.",
  })
  isConfirmed?: boolean | null;
}

/** Each mutation has an input of its own, so that one can grow without the others. */
@InputType()
abstract class AccountIdInput {
  @Field(() => ID, { description: "The account." })
  carrierAccountId!: string;
}

@InputType({ description: "Which carrier account is to be checked." })
export class ValidateCarrierAccountInput extends AccountIdInput {}

@InputType({ description: "Which carrier account is to buy labels." })
export class ActivateCarrierAccountInput extends AccountIdInput {}

@InputType({ description: "Which carrier account is to go out of use." })
export class ArchiveCarrierAccountInput extends AccountIdInput {}
