import { Ctx, createUnionType, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import { FixedPriceConfiguration, RulesConfiguration } from "../../entities/values/own-price.js";
import type { StoredProviderConfiguration } from "../../entities/values/stored-method-rules.js";
import { UpsConfiguration, upsConfigurationOf } from "./ups-configuration.js";

/** Another provider adds a member. */
const ShippingMethodConfiguration = createUnionType({
  name: "ShippingMethodConfiguration",
  description: "Provider-specific settings of a shipping method.",
  types: () => [UpsConfiguration, FixedPriceConfiguration, RulesConfiguration] as const,
  resolveType: (configuration) =>
    configuration instanceof UpsConfiguration ? UpsConfiguration : ownPriceTypes[configuration.provider],
});

const ownPriceTypes = { FIXED: FixedPriceConfiguration, RULES: RulesConfiguration };

@Resolver(() => CarrierShippingMethod)
export class ShippingMethodFields {
  @FieldResolver(() => ShippingMethodConfiguration, {
    nullable: true,
    description: "Settings of the method's provider; null: the provider has none, as for UPS_LEGACY.",
  })
  configuration(@Root() method: CarrierShippingMethod): UpsConfiguration | StoredProviderConfiguration | null {
    return method.providerConfiguration ?? upsConfigurationOf(method);
  }

  @FieldResolver(() => UpsConfiguration, {
    nullable: true,
    description:
      "UPS Configuration that a method with a price of its own ships with; null: it does not ship, or its own configuration says it.",
  })
  shipsWith(@Root() method: CarrierShippingMethod): UpsConfiguration | null {
    return method.providerConfiguration && upsConfigurationOf(method);
  }

  @FieldResolver(() => CarrierShippingMethod, {
    nullable: true,
    description: "The legacy method that this method replaced; null: none.",
  })
  async supersedes(
    @Root() { supersedesId }: CarrierShippingMethod,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierShippingMethod | null> {
    return supersedesId === null ? null : loaders.methodById.load(supersedesId);
  }

  @FieldResolver(() => ShipFromPlace, {
    nullable: true,
    description:
      "The ship-from place that packages of the method leave from where an input names none; an archived one does not count. Null: the default place in shippingSettings, else the account's address.",
  })
  async shipFromPlace(
    @Root() { shipFromPlaceId }: CarrierShippingMethod,
    @Ctx() { loaders }: Context,
  ): Promise<ShipFromPlace | null> {
    return shipFromPlaceId === null ? null : loaders.placeById.load(shipFromPlaceId);
  }
}
