import { Ctx, createUnionType, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { UpsConfiguration, upsConfigurationOf } from "./ups-configuration.js";

/** A union of one for now: a second provider adds a member and breaks no client. */
const ShippingMethodConfiguration = createUnionType({
  name: "ShippingMethodConfiguration",
  description: "Provider-specific settings of a shipping method.",
  types: () => [UpsConfiguration] as const,
  resolveType: () => UpsConfiguration,
});

@Resolver(() => CarrierShippingMethod)
export class ShippingMethodFields {
  @FieldResolver(() => ShippingMethodConfiguration, {
    nullable: true,
    description: "Settings of the method's provider; null: the provider has none, as for UPS_LEGACY.",
  })
  configuration(@Root() method: CarrierShippingMethod): UpsConfiguration | null {
    return upsConfigurationOf(method);
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
}
