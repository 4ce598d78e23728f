import { Field, ID, InputType } from "type-graphql";
import { IntegrationLevel, InvoicingPolicy, ShippingProvider } from "../../entities/values/account-enums.js";
import type { CarrierSettingsInput } from "../../shipping/method/carrier-settings.js";
import type {
  LegacyReplacementInput,
  MethodChangesInput,
  MethodFilter,
  NewMethodInput,
} from "../../shipping/method/method-input.js";
import { UpsConfigurationChangesInput, UpsConfigurationInput } from "./ups-configuration.js";

const upsText = "UPS Configuration. Required: UPS is the only provider offered so far.";

@InputType({ description: "A way to ship." })
export class CreateShippingMethodInput implements Omit<NewMethodInput, "configuration"> {
  @Field(() => String, { description: "Name for people, at most 255 characters." })
  name!: string;

  @Field(() => UpsConfigurationInput, { nullable: true, description: upsText })
  ups?: CarrierSettingsInput | null;

  @Field(() => IntegrationLevel, {
    nullable: true,
    description: "How far it may go: rates only, or labels too. Default: RATE_AND_SHIP.",
  })
  integrationLevel?: IntegrationLevel | null;

  @Field(() => Boolean, { nullable: true, description: "Whether buyers are offered it. Default: false." })
  isPublished?: boolean | null;

  @Field(() => InvoicingPolicy, {
    nullable: true,
    description: "Which cost the order is invoiced with. Default: ESTIMATED.",
  })
  invoicingPolicy?: InvoicingPolicy | null;
}

@InputType({ description: "Changes to a shipping method: what is absent or null stays." })
export class UpdateShippingMethodInput implements Omit<MethodChangesInput, "configuration"> {
  @Field(() => ID, { description: "The method: one in use, with provider UPS." })
  shippingMethodId!: string;

  @Field(() => String, { nullable: true, description: "Name for people, at most 255 characters." })
  name?: string | null;

  @Field(() => UpsConfigurationChangesInput, { nullable: true, description: "Changes to the UPS Configuration." })
  ups?: CarrierSettingsInput | null;

  @Field(() => IntegrationLevel, { nullable: true, description: "How far it may go." })
  integrationLevel?: IntegrationLevel | null;

  @Field(() => Boolean, { nullable: true, description: "Whether buyers are offered it." })
  isPublished?: boolean | null;

  @Field(() => InvoicingPolicy, { nullable: true, description: "Which cost the order is invoiced with." })
  invoicingPolicy?: InvoicingPolicy | null;
}

@InputType({ description: "A UPS method in place of a UPS_LEGACY one, whose name it takes over." })
export class ReplaceLegacyShippingMethodInput implements Omit<LegacyReplacementInput, "configuration"> {
  @Field(() => ID, { description: "The UPS_LEGACY method: it is archived." })
  legacyShippingMethodId!: string;

  @Field(() => UpsConfigurationInput, { nullable: true, description: upsText })
  ups?: CarrierSettingsInput | null;

  @Field(() => IntegrationLevel, { nullable: true, description: "How far it may go. Default: as the legacy method." })
  integrationLevel?: IntegrationLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether buyers are offered it. Default: as the legacy method.",
  })
  isPublished?: boolean | null;

  @Field(() => InvoicingPolicy, {
    nullable: true,
    description: "Which cost the order is invoiced with. Default: as the legacy method.",
  })
  invoicingPolicy?: InvoicingPolicy | null;
}

@InputType({ description: "Which shipping method is to go out of use." })
export class ArchiveShippingMethodInput {
  @Field(() => ID, { description: "The method." })
  shippingMethodId!: string;
}

@InputType({ description: "Which shipping methods; every condition given must hold." })
export class ShippingMethodFilter implements MethodFilter {
  @Field(() => ShippingProvider, { nullable: true, description: "Only those of this provider; null: of any." })
  provider?: ShippingProvider | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those that buyers are offered, or are not; null: both.",
  })
  isPublished?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Archived ones too. Default: false." })
  includeArchived?: boolean | null;
}
