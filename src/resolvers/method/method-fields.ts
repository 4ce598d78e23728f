import { Ctx, createUnionType, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { UpsConfiguration, upsConfigurationOf } from "./ups-configuration.js";

/** A union of one for now: a second provider adds a member and breaks no client. */
const ShippingMethodConfiguration = createUnionType({
  name: "ShippingMethodConfiguration",
  description: "What a shipping method needs to know beyond its name; which it is depends on the provider.",
  types: () => [UpsConfiguration] as const,
  resolveType: () => UpsConfiguration,
});

@Resolver(() => CarrierShippingMethod)
export class ShippingMethodFields {
  @FieldResolver(() => ShippingMethodConfiguration, {
    nullable: true,
    description: "The provider's configuration; null: the provider has none, as UPS_LEGACY.",
  })
  configuration(@Root() method: CarrierShippingMethod): UpsConfiguration | null {
    return upsConfigurationOf(method);
  }

  @FieldResolver(() => CarrierShippingMethod, {
    nullable: true,
    description: "The legacy method that it replaced; null: none.",
  })
  async supersedes(
    @Root() { supersedesId }: CarrierShippingMethod,
    @Ctx() { loaders }: Context,
  ): Promise<CarrierShippingMethod | null> {
    return supersedesId === null ? null : loaders.methodById.load(supersedesId);
  }
}
