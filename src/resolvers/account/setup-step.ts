import { Directive, Field, ObjectType } from "type-graphql";
import { staffOnly } from "../../entities/values/access.js";
import { SetupStepState } from "../../entities/values/account-enums.js";
import { DateTimeScalar, UrlScalar } from "../../entities/values/scalars.js";
import type { AccountSetup, AccountSetupStep } from "../../shipping/account/setup/account-setup.js";

@ObjectType({
  description: "One step of the setup guide: what a person does in the carrier's portals, which no API can, or here.",
})
export class SetupStep implements AccountSetupStep {
  @Field(() => String, { description: "Stable key of the step, for example ADD_PRODUCT_RATING." })
  key!: string;

  @Field(() => String, { description: "The step in a few words." })
  title!: string;

  @Field(() => String, { description: "What to do, in the portal's own words where something is to be chosen." })
  instruction!: string;

  @Field(() => UrlScalar, { nullable: true, description: "Where; null: here, or on the page the step before led to." })
  url!: string | null;

  @Field(() => Boolean, { description: "Whether the setup is incomplete without it." })
  isRequired!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether this service finds out by itself, mostly by validateCarrierAccount. Such a step cannot be confirmed by hand; the others can, with confirmSetupStep.",
  })
  isVerifiable!: boolean;

  @Field(() => SetupStepState, { description: "Where it stands." })
  state!: SetupStepState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When a person confirmed it: for SAVE_APP, when the carrier's terms were accepted. Null: nobody did.",
  })
  confirmedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Who confirmed it: whom the token was issued to. Null: nobody did.",
  })
  confirmedBy!: string | null;
}

@ObjectType({ description: "Steps of the setup guide that belong together." })
export class SetupGroup {
  @Field(() => String, { description: "What the steps come to." })
  title!: string;

  @Field(() => [SetupStep], { description: "In the order a person takes them." })
  steps!: SetupStep[];
}

@Directive(staffOnly)
@ObjectType({
  description: `How far an account is on the way to labels: the setup guide of its carrier, step by step.

UPS's own words on the way: Log In; Accounts and Payment Options; Add a Payment Method: Add New Account, Add; Open a Shipping Account: the account type, for example Business, Add Addresses, Verify Identity, Explore Discounts; Number; Accounts and Payments: Add Payment Card. Then Apps, Add Apps: I need API credentials because: I want to integrate UPS technology into my business; Choose an account to associate with these credentials: Add existing account; Next; Add App: App Name, Callback URL, Add Products with the + (plus) sign, Save; My Apps, Credentials: Client ID, Client Secret. Here at last, among the Shipping Methods, a New one.`,
})
export class CarrierAccountSetup implements AccountSetup {
  @Field(() => [SetupGroup], {
    description: "The guide's parts in their order: UPS account, UPS developer account, shipping method.",
  })
  groups!: SetupGroup[];

  @Field(() => Boolean, { description: "Whether every required step is CONFIRMED or VERIFIED." })
  isComplete!: boolean;

  @Field(() => UrlScalar, {
    nullable: true,
    description:
      "A Callback URL to give to the carrier: this service's public address. Null: it is not https, or begins with www, which the carrier does not take.",
  })
  suggestedCallbackUrl!: string | null;
}
