import { type GraphQLResolveInfo, isInputObjectType } from "graphql";
import { Arg, Directive, Info, Query, Resolver } from "type-graphql";
import { readers } from "../../entities/values/access.js";
import { ShippingProvider } from "../../entities/values/account-enums.js";
import { JsonSchemaScalar } from "../../entities/values/scalars.js";
import { inputJsonSchema } from "./input-json-schema.js";

/** The input of each provider's configuration; null: it has none. */
const configurationInputs: Readonly<Record<ShippingProvider, string | null>> = {
  UPS: "UpsConfigurationInput",
  FIXED: "FixedPriceConfigurationInput",
  RULES: "RulesConfigurationInput",
  UPS_LEGACY: null,
};

@Resolver()
export class ConfigurationSchemaQueries {
  @Directive(readers)
  @Query(() => JsonSchemaScalar, {
    nullable: true,
    description:
      "JSON Schema of a provider's configuration, for form builders: the value of ups, fixed or rules of a new shipping method. It checks types, enums and required fields; what depends on the account or the carrier is checked when the method is created. Null: the provider has no configuration, as UPS_LEGACY.",
  })
  providerConfigurationSchema(
    @Arg("provider", () => ShippingProvider, { description: "Provider of the configuration." })
    provider: ShippingProvider,
    @Info() { schema }: GraphQLResolveInfo,
  ): object | null {
    const type = schema.getType(configurationInputs[provider] ?? "");
    return isInputObjectType(type) ? inputJsonSchema(type) : null;
  }
}
