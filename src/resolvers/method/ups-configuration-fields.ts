import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierPackageType, CarrierService } from "../carrier/carrier.js";
import { serviceOf } from "../carrier/service-of.js";
import { UpsConfiguration } from "./ups-configuration.js";

@Resolver(() => UpsConfiguration)
export class UpsConfigurationFields {
  @FieldResolver(() => CarrierAccount, { description: "Carrier account used for rates and labels." })
  async carrierAccount(@Root() { accountId }: UpsConfiguration, @Ctx() { loaders }: Context): Promise<CarrierAccount> {
    return (await loaders.accountById.load(accountId))!;
  }

  @FieldResolver(() => CarrierService, {
    nullable: true,
    description: "UPS Service Type; null: all services on the lane but those with isRatedByName.",
  })
  async service(
    @Root() { accountId, serviceCode }: UpsConfiguration,
    @Ctx() context: Context,
  ): Promise<CarrierService | null> {
    if (serviceCode === null) return null;
    const account = await context.loaders.accountById.load(accountId);
    return serviceOf({ accountId, serviceCode }, account?.address.countryCode ?? null, context);
  }

  @FieldResolver(() => CarrierPackageType, {
    nullable: true,
    description: "UPS Package Type; null: it is no longer supported.",
  })
  async packageType(
    @Root() { accountId, packageTypeCode }: UpsConfiguration,
    @Ctx() { loaders, deps }: Context,
  ): Promise<CarrierPackageType | null> {
    const account = await loaders.accountById.load(accountId);
    const types = deps.carriers.get(account?.carrierCode ?? "")?.catalogue.packageTypes(null) ?? [];
    return types.find(({ code }) => code === packageTypeCode) ?? null;
  }
}
