import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { staffOnly } from "../../entities/values/access.js";
import { DutiesPayer, LabelFormat, PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import { CarrierPackageType, CarrierService } from "../carrier/carrier.js";

@Directive(staffOnly)
@ObjectType({ description: "UPS Configuration: how a shipping method rates and ships with UPS." })
export class UpsConfiguration {
  accountId!: string;
  serviceCode!: string | null;
  packageTypeCode!: string;

  @Field(() => PackageWeightUnit, {
    description: "Package Weight Unit: what UPS is asked in, and what a weight without a unit is in.",
  })
  weightUnit!: PackageWeightUnit;

  @Field(() => PackageDimensionUnit, {
    description: "Package Size Unit: what UPS is asked in, and what a size without a unit is in.",
  })
  dimensionUnit!: PackageDimensionUnit;

  @Field(() => LabelFormat, { description: "Label Format." })
  labelFormat!: LabelFormat;

  @Field(() => Boolean, { description: "Bill My Account: UPS charges the buyer's own account." })
  billMyAccount!: boolean;

  @Field(() => Boolean, { description: "Collect on Delivery: the payment may be collected at the door." })
  collectOnDelivery!: boolean;

  @Field(() => Boolean, { description: "Generate Return Label: with each label one back." })
  generateReturnLabel!: boolean;

  @Field(() => DutiesPayer, { description: "Duties paid by whom; used on lanes with duties only." })
  dutiesPayer!: DutiesPayer;
}

/** The method's own columns; null for a method of another provider. The database insists on those of a UPS method. */
export function upsConfigurationOf(method: CarrierShippingMethod): UpsConfiguration | null {
  return method.provider === "UPS" ? Object.assign(new UpsConfiguration(), method) : null;
}

@Resolver(() => UpsConfiguration)
export class UpsConfigurationFields {
  @FieldResolver(() => CarrierAccount, { description: "The carrier account that rates and buys." })
  async account(@Root() { accountId }: UpsConfiguration, @Ctx() { loaders }: Context): Promise<CarrierAccount> {
    return (await loaders.accountById.load(accountId))!;
  }

  @FieldResolver(() => CarrierService, {
    nullable: true,
    description: "UPS Service Type; null: every service that UPS offers.",
  })
  async service(
    @Root() { accountId, serviceCode }: UpsConfiguration,
    @Ctx() { loaders, deps }: Context,
  ): Promise<CarrierService | null> {
    const account = await loaders.accountById.load(accountId);
    if (serviceCode === null || account === null) return null;
    const catalogue = deps.carriers.get(account.carrierCode)?.catalogue;
    return catalogue?.findService(serviceCode, account.address.countryCode) ?? null;
  }

  @FieldResolver(() => CarrierPackageType, {
    nullable: true,
    description: "UPS Package Type; null: the carrier no longer knows it.",
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
