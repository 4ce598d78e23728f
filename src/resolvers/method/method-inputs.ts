import { Field, ID, InputType } from "type-graphql";
import { IntegrationLevel, InvoicingPolicy, ShippingProvider } from "../../entities/values/account-enums.js";
import type { CarrierSettingsInput } from "../../shipping/method/carrier-settings.js";
import type {
  LegacyReplacementInput,
  MethodChangesInput,
  MethodFilter,
  NewMethodInput,
} from "../../shipping/method/method-input.js";
import { nullIsAbsent, nullRule } from "../cleared-fields.js";
import { UpsConfigurationChangesInput, UpsConfigurationInput } from "./ups-configuration.js";

const upsText = "UPS Configuration. It makes this a shipping method of UPS, the only provider available so far.";

@InputType({ description: `A new shipping method. ${nullIsAbsent}` })
export class CreateShippingMethodInput implements Omit<NewMethodInput, "configuration"> {
  @Field(() => String, { description: "Display name, at most 255 characters." })
  name!: string;

  @Field(() => UpsConfigurationInput, { description: upsText })
  ups!: CarrierSettingsInput;

  @Field(() => IntegrationLevel, {
    nullable: true,
    description: "Whether the method may only get rates, or buy labels too. Default: RATE_AND_SHIP.",
  })
  integrationLevel?: IntegrationLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the method is offered to buyers at checkout. Default: false.",
  })
  isPublished?: boolean | null;

  @Field(() => InvoicingPolicy, {
    nullable: true,
    description: "Whether the order is invoiced the estimated or the actual shipping cost. Default: ESTIMATED.",
  })
  invoicingPolicy?: InvoicingPolicy | null;
}

@InputType({ description: `Changes to a shipping method. ${nullRule("ups.service")}` })
export class UpdateShippingMethodInput implements Omit<MethodChangesInput, "configuration"> {
  @Field(() => ID, { description: "Id of the method: one that is not archived, with provider UPS." })
  shippingMethodId!: string;

  @Field(() => String, { nullable: true, description: "Display name, at most 255 characters." })
  name?: string | null;

  @Field(() => UpsConfigurationChangesInput, {
    nullable: true,
    description: "Fields of the UPS Configuration to change.",
  })
  ups?: CarrierSettingsInput | null;

  @Field(() => IntegrationLevel, {
    nullable: true,
    description: "Whether the method may only get rates, or buy labels too.",
  })
  integrationLevel?: IntegrationLevel | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the method is offered to buyers at checkout." })
  isPublished?: boolean | null;

  @Field(() => InvoicingPolicy, {
    nullable: true,
    description: "Whether the order is invoiced the estimated or the actual shipping cost.",
  })
  invoicingPolicy?: InvoicingPolicy | null;
}

@InputType({ description: `A new UPS method that replaces a UPS_LEGACY one and takes over its name. ${nullIsAbsent}` })
export class ReplaceLegacyShippingMethodInput implements Omit<LegacyReplacementInput, "configuration"> {
  @Field(() => ID, { description: "Id of the UPS_LEGACY method, which is archived." })
  legacyShippingMethodId!: string;

  @Field(() => UpsConfigurationInput, { description: upsText })
  ups!: CarrierSettingsInput;

  @Field(() => IntegrationLevel, {
    nullable: true,
    description: "Whether the method may only get rates, or buy labels too. Default: as the legacy method.",
  })
  integrationLevel?: IntegrationLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the method is offered to buyers at checkout. Default: as the legacy method.",
  })
  isPublished?: boolean | null;

  @Field(() => InvoicingPolicy, {
    nullable: true,
    description:
      "Whether the order is invoiced the estimated or the actual shipping cost. Default: as the legacy method.",
  })
  invoicingPolicy?: InvoicingPolicy | null;
}

@InputType({ description: "The shipping method to archive." })
export class ArchiveShippingMethodInput {
  @Field(() => ID, { description: "Id of the shipping method." })
  shippingMethodId!: string;
}

@InputType({
  description:
    "Conditions on shipping methods; all given conditions must hold. Null is the same as absent: no condition.",
})
export class ShippingMethodFilter implements MethodFilter {
  @Field(() => ShippingProvider, { nullable: true, description: "Only methods of this provider; null: any provider." })
  provider?: ShippingProvider | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only methods offered to buyers; false: only methods not offered; null: both.",
  })
  isPublished?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether to include archived methods. Default: false." })
  includeArchived?: boolean | null;
}
