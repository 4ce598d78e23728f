import { Directive, Field, ID, InputType, ObjectType } from "type-graphql";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { staffOnly } from "../../entities/values/access.js";
import { DutiesPayer, PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import { LabelFormat } from "../../entities/values/label-enums.js";
import type { CarrierSettings, CarrierSettingsInput } from "../../shipping/method/carrier-settings.js";
import type { ConfigurationInput } from "../../shipping/method/method-input.js";
import { nullRule } from "../cleared-fields.js";

@Directive(staffOnly)
@ObjectType({ description: "UPS Configuration: settings of a shipping method that rates and ships with UPS." })
export class UpsConfiguration implements CarrierSettings {
  accountId!: string;
  serviceCode!: string | null;
  packageTypeCode!: string;

  @Field(() => PackageWeightUnit, {
    description: "Package Weight Unit: used in requests to UPS, and for weights given without a unit.",
  })
  weightUnit!: PackageWeightUnit;

  @Field(() => PackageDimensionUnit, {
    description: "Package Size Unit: used in requests to UPS, and for dimensions given without a unit.",
  })
  dimensionUnit!: PackageDimensionUnit;

  @Field(() => LabelFormat, { description: "Label Format: file format of the labels that are bought." })
  labelFormat!: LabelFormat;

  @Field(() => Boolean, { description: "Bill My Account: UPS bills the buyer's own account." })
  billMyAccount!: boolean;

  @Field(() => Boolean, {
    description: "Collect on Delivery: whether shipments may have their payment collected on delivery.",
  })
  collectOnDelivery!: boolean;

  @Field(() => Boolean, {
    description: "Generate Return Label: whether a return label is bought with each outbound label.",
  })
  generateReturnLabel!: boolean;

  @Field(() => DutiesPayer, { description: "Who pays duties; used on lanes with duties only." })
  dutiesPayer!: DutiesPayer;
}

/** The method's own columns; null for a method without an account. The database insists on all of them beside one. */
export function upsConfigurationOf(method: CarrierShippingMethod): UpsConfiguration | null {
  return method.accountId === null ? null : Object.assign(new UpsConfiguration(), method);
}

const text = {
  carrierAccountId: "Carrier account used for rates and labels.",
  service:
    "UPS Service Type: service code, for example UPS_GROUND. A service with isRatedByName, for example UPS_GROUND_SAVER, is rated only by a method of its own.",
  packageType:
    "UPS Package Type: package type code, for example UPS_CUSTOMER_PACKAGE. It must be allowed with the service.",
  weightUnit:
    "Package Weight Unit: used in requests to UPS, and for weights given without a unit. UPS must accept it from the account's country: pounds from the United States, kilograms from Europe.",
  dimensionUnit:
    "Package Size Unit: used in requests to UPS, and for dimensions given without a unit. Inches go with pounds, centimetres with kilograms.",
  labelFormat: "Label Format: file format of the labels that are bought.",
  billMyAccount:
    "Bill My Account: UPS bills the buyer's own account, whose number is required with each rate request and purchase; the buyer's price is zero.",
  collectOnDelivery:
    "Collect on Delivery: whether shipments may have their payment collected on delivery; false: that is refused.",
  generateReturnLabel:
    "Generate Return Label: each purchase also buys a printable return label, at its own price, billed to the carrier account.",
  dutiesPayer: "Duties paid by: Sender or Recipient. Used on lanes with duties only.",
};

@InputType({ description: "UPS Configuration: settings of a new shipping method that rates and ships with UPS." })
export class UpsConfigurationInput implements CarrierSettingsInput {
  @Field(() => ID, { description: text.carrierAccountId })
  carrierAccountId!: string;

  @Field(() => String, {
    nullable: true,
    description: `${text.service} Null: all services on the lane but those with isRatedByName.`,
  })
  service?: string | null;

  @Field(() => String, { description: text.packageType })
  packageType!: string;

  @Field(() => PackageWeightUnit, { description: text.weightUnit })
  weightUnit!: PackageWeightUnit;

  @Field(() => PackageDimensionUnit, { description: text.dimensionUnit })
  dimensionUnit!: PackageDimensionUnit;

  @Field(() => LabelFormat, { description: text.labelFormat })
  labelFormat!: LabelFormat;

  @Field(() => Boolean, { nullable: true, description: `${text.billMyAccount} Default: false.` })
  billMyAccount?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: `${text.collectOnDelivery} Default: false.` })
  collectOnDelivery?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: `${text.generateReturnLabel} Default: false.` })
  generateReturnLabel?: boolean | null;

  @Field(() => DutiesPayer, { nullable: true, description: `${text.dutiesPayer} Default: RECIPIENT.` })
  dutiesPayer?: DutiesPayer | null;
}

@InputType({
  description: `Changes to a UPS Configuration. ${nullRule("service")}`,
})
export class UpsConfigurationChangesInput implements CarrierSettingsInput {
  @Field(() => ID, { nullable: true, description: text.carrierAccountId })
  carrierAccountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `${text.service} Null clears it: all services on the lane but those with isRatedByName.`,
  })
  service?: string | null;

  @Field(() => String, { nullable: true, description: text.packageType })
  packageType?: string | null;

  @Field(() => PackageWeightUnit, { nullable: true, description: text.weightUnit })
  weightUnit?: PackageWeightUnit | null;

  @Field(() => PackageDimensionUnit, { nullable: true, description: text.dimensionUnit })
  dimensionUnit?: PackageDimensionUnit | null;

  @Field(() => LabelFormat, { nullable: true, description: text.labelFormat })
  labelFormat?: LabelFormat | null;

  @Field(() => Boolean, { nullable: true, description: text.billMyAccount })
  billMyAccount?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: text.collectOnDelivery })
  collectOnDelivery?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: text.generateReturnLabel })
  generateReturnLabel?: boolean | null;

  @Field(() => DutiesPayer, { nullable: true, description: text.dutiesPayer })
  dutiesPayer?: DutiesPayer | null;
}

interface GivenSettings {
  ups?: CarrierSettingsInput | null;
  shipsWith?: CarrierSettingsInput | null;
}

/** The only carrier's that the graph can give so far; a second carrier's stands beside `ups`. */
export function sourcesOf({
  ups,
  shipsWith,
}: GivenSettings): Record<"configuration" | "shipsWith", ConfigurationInput> {
  return {
    configuration: { provider: "UPS", at: ["input", "ups"], settings: ups },
    shipsWith: { provider: "UPS", at: ["input", "shipsWith"], settings: shipsWith },
  };
}
