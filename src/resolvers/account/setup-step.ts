import { Directive, Field, ObjectType } from "type-graphql";
import { staffOnly } from "../../entities/values/access.js";
import { SetupStepState } from "../../entities/values/account-enums.js";
import { DateTimeScalar, UrlScalar } from "../../entities/values/scalars.js";
import { SetupStepKey } from "../../entities/values/setup-step-key.js";
import type { AccountSetup, AccountSetupStep } from "../../shipping/account/setup/account-setup.js";

@ObjectType({
  description: "One step of the setup guide, done by an operator in the carrier's portals or here.",
})
export class SetupStep implements AccountSetupStep {
  @Field(() => SetupStepKey, { description: "Stable key of the step, for confirmSetupStep." })
  key!: SetupStepKey;

  @Field(() => String, { description: "Short title of the step." })
  title!: string;

  @Field(() => String, { description: "What to do, quoting the portal's own labels for what to choose." })
  instruction!: string;

  @Field(() => UrlScalar, {
    nullable: true,
    description: "Page to open; null: done here, or on the page that the previous step led to.",
  })
  url!: string | null;

  @Field(() => Boolean, { description: "Whether the setup is incomplete without this step." })
  isRequired!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether this service verifies the step itself, mostly by validateCarrierAccount. Such a step cannot be confirmed manually; other steps can, with confirmSetupStep.",
  })
  isVerifiable!: boolean;

  @Field(() => SetupStepState, { description: "Whether the step is done, and how that is known." })
  state!: SetupStepState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When a user confirmed it; for SAVE_APP, when the carrier's terms were accepted. Null: not confirmed.",
  })
  confirmedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "User who confirmed it, from the token's subject. Null: not confirmed.",
  })
  confirmedBy!: string | null;
}

@ObjectType({ description: "A group of steps in the setup guide." })
export class SetupGroup {
  @Field(() => String, { description: "Title of the group." })
  title!: string;

  @Field(() => [SetupStep], { description: "The steps, in the order to do them." })
  steps!: SetupStep[];
}

@Directive(staffOnly)
@ObjectType({
  description: `Setup progress of an account: the setup guide of its carrier, step by step.

UPS's own labels, in order: Log In; Accounts and Payment Options; Add a Payment Method: Add New Account, Add; Open a Shipping Account: the account type, for example Business, Add Addresses, Verify Identity, Explore Discounts; Number; Accounts and Payments: Add Payment Card. Then Apps, Add Apps: I need API credentials because: I want to integrate UPS technology into my business; Choose an account to associate with these credentials: Add existing account; Next; Add App: App Name, Callback URL, Add Products with the + (plus) sign, Save; My Apps, Credentials: Client ID, Client Secret. Finally, in this service: Shipping Methods, New.`,
})
export class CarrierAccountSetup implements AccountSetup {
  @Field(() => [SetupGroup], {
    description: "The guide's groups in order: UPS account, UPS developer account, shipping method.",
  })
  groups!: SetupGroup[];

  @Field(() => Boolean, { description: "Whether every required step is CONFIRMED or VERIFIED." })
  isComplete!: boolean;

  @Field(() => UrlScalar, {
    nullable: true,
    description:
      "Suggested Callback URL to enter at the carrier: this service's public URL. Null: that is not https, or begins with www, which the carrier refuses.",
  })
  suggestedCallbackUrl!: string | null;
}
