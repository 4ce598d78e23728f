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
import { MethodRulesFields } from "./method-settings-input.js";
import { FixedPriceConfigurationInput, RulesConfigurationInput } from "./own-price-input.js";
import { UpsConfigurationChangesInput, UpsConfigurationInput } from "./ups-configuration.js";

const text = {
  ups: "UPS Configuration: it makes this a shipping method of UPS. Not with fixed or rules.",
  shipsWith:
    "UPS Configuration of what a method with fixed or rules ships with; it needs a service. Null: it gives prices only.",
  fixed: "A fixed price: it makes this a shipping method of the provider FIXED. Not with ups or rules.",
  rules: "Prices by rules: it makes this a shipping method of the provider RULES. Not with ups or fixed.",
  level:
    "Whether the method may only get rates, or buy labels too; without ups and shipsWith it is RATE_ONLY. Default: RATE_AND_SHIP, without them RATE_ONLY.",
};

@InputType({
  description: `A new shipping method. It needs ups, fixed or rules, which choose its provider. ${nullIsAbsent}`,
})
export class CreateShippingMethodInput
  extends MethodRulesFields
  implements Omit<NewMethodInput, "configuration" | "shipsWith">
{
  @Field(() => String, { description: "Display name, at most 255 characters." })
  name!: string;

  @Field(() => UpsConfigurationInput, { nullable: true, description: text.ups })
  ups?: CarrierSettingsInput | null;

  @Field(() => UpsConfigurationInput, { nullable: true, description: text.shipsWith })
  shipsWith?: CarrierSettingsInput | null;

  @Field(() => FixedPriceConfigurationInput, { nullable: true, description: text.fixed })
  fixed?: FixedPriceConfigurationInput | null;

  @Field(() => RulesConfigurationInput, { nullable: true, description: text.rules })
  rules?: RulesConfigurationInput | null;

  @Field(() => IntegrationLevel, {
    nullable: true,
    description: text.level,
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

@InputType({
  description: `Changes to a shipping method, whose provider stays. ${nullRule("ups.service, shipsWith, productReference, shipFromPlaceId and what the groups of rules say")}`,
})
export class UpdateShippingMethodInput
  extends MethodRulesFields
  implements Omit<MethodChangesInput, "configuration" | "shipsWith">
{
  @Field(() => ID, { description: "Id of the method: one that is neither archived nor of the provider UPS_LEGACY." })
  shippingMethodId!: string;

  @Field(() => String, { nullable: true, description: "Display name, at most 255 characters." })
  name?: string | null;

  @Field(() => UpsConfigurationChangesInput, {
    nullable: true,
    description: "Fields of the UPS Configuration to change; only of a UPS method.",
  })
  ups?: CarrierSettingsInput | null;

  @Field(() => UpsConfigurationChangesInput, {
    nullable: true,
    description:
      "Fields to change of what a FIXED or RULES method ships with. Null takes it away: the method is RATE_ONLY then.",
  })
  shipsWith?: CarrierSettingsInput | null;

  @Field(() => FixedPriceConfigurationInput, {
    nullable: true,
    description: "Another fixed price; only of a FIXED method.",
  })
  fixed?: FixedPriceConfigurationInput | null;

  @Field(() => RulesConfigurationInput, {
    nullable: true,
    description: "Other rules, which replace all before; only of a RULES method.",
  })
  rules?: RulesConfigurationInput | null;

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

@InputType({
  description: `A new method that replaces a UPS_LEGACY one and takes over its name and its rules; of a group of rules that is given, the fields given replace the legacy method's. It needs ups, fixed or rules. ${nullIsAbsent}`,
})
export class ReplaceLegacyShippingMethodInput
  extends MethodRulesFields
  implements Omit<LegacyReplacementInput, "configuration" | "shipsWith">
{
  @Field(() => ID, { description: "Id of the UPS_LEGACY method, which is archived." })
  legacyShippingMethodId!: string;

  @Field(() => UpsConfigurationInput, { nullable: true, description: text.ups })
  ups?: CarrierSettingsInput | null;

  @Field(() => UpsConfigurationInput, { nullable: true, description: text.shipsWith })
  shipsWith?: CarrierSettingsInput | null;

  @Field(() => FixedPriceConfigurationInput, { nullable: true, description: text.fixed })
  fixed?: FixedPriceConfigurationInput | null;

  @Field(() => RulesConfigurationInput, { nullable: true, description: text.rules })
  rules?: RulesConfigurationInput | null;

  @Field(() => IntegrationLevel, {
    nullable: true,
    description:
      "Whether the method may only get rates, or buy labels too. Default: as the legacy method, without ups and shipsWith RATE_ONLY.",
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
